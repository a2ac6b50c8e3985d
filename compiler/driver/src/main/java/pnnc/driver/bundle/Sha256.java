package pnnc.driver.bundle;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.CompilerBug;
import pnnc.driver.files.Interruption;

/** A running SHA-256 and the number of bytes it has seen. */
public final class Sha256 {
  private static final int WINDOW = 1 << 20;

  private final MessageDigest digest;
  private long count;

  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new CompilerBug("digest", "every Java platform has SHA-256", e);
    }
  }

  /**
   * The digest of all of {@code source}, in hexadecimal. Reads it piece by piece.
   *
   * @throws java.util.concurrent.CancellationException if the thread was interrupted
   */
  public static String of(ByteSource source) {
    Sha256 sha = new Sha256();
    for (long at = 0; at < source.size(); at += WINDOW) {
      Interruption.check();
      sha.update(source.slice(at, (int) Math.min(WINDOW, source.size() - at)));
    }
    return sha.hex();
  }

  void update(byte[] bytes, int from, int length) {
    update(ByteBuffer.wrap(bytes, from, length));
  }

  private void update(ByteBuffer bytes) {
    count += bytes.remaining();
    digest.update(bytes);
  }

  long count() {
    return count;
  }

  /** The digest; ends it. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
