package pnnc.driver;

import java.nio.file.Path;

/**
 * What is in a file?
 *
 * @param file a model or a layout
 */
public record InspectRequest(Path file) {}
