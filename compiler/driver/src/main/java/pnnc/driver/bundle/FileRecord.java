package pnnc.driver.bundle;

/**
 * A file of a bundle, as it was written.
 *
 * @param path relative to the bundle, with forward slashes
 * @param bytes its length
 * @param sha256 64 hexadecimal digits
 */
public record FileRecord(String path, long bytes, String sha256) {}
