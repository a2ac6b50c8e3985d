package pnnc.layout.model;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;

/**
 * A digest of what is drawn into one cell, in whatever order: the SHA-256 of the sum of the
 * SHA-256s of all elements. Two elements count as the same if they are said the same way: an array
 * is not its places one by one, a polygon that begins at another corner is another.
 */
final class ContentDigest implements LayoutSink {
  private static final int LANES = 4;

  private final MessageDigest sha = sha();
  private final long[] sum = new long[LANES];
  private final ContentBytes bytes = new ContentBytes();
  private List<Property> ofCell = List.of();
  private List<Property> ofNext = List.of();
  private long count;

  private static MessageDigest sha() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** 64 hexadecimal digits, upper case. */
  String hex() {
    start('S');
    bytes.put(count);
    for (long lane : sum) {
      bytes.put(lane);
    }
    bytes.put(ofCell);
    bytes.update(sha);
    return HexFormat.of().withUpperCase().formatHex(sha.digest());
  }

  private void start(char kind) {
    bytes.clear();
    bytes.put(kind);
  }

  private void finish() {
    bytes.put(ofNext);
    ofNext = List.of();
    bytes.update(sha);
    ByteBuffer one = ByteBuffer.wrap(sha.digest());
    for (int i = 0; i < LANES; i++) {
      sum[i] += one.getLong();
    }
    count++;
  }

  @Override
  public void begin(String name, Grid grid) {}

  @Override
  public void beginCell(String name) {}

  @Override
  public void properties(Owner owner, List<Property> properties) {
    if (owner == Owner.ELEMENT) {
      ofNext = properties;
    } else {
      ofCell = properties;
    }
  }

  @Override
  public void box(Layer layer, int left, int bottom, int right, int top, Repetition repetition) {
    start('B');
    bytes.put(layer);
    bytes.put((long) left << 32 | (bottom & 0xFFFF_FFFFL));
    bytes.put((long) right << 32 | (top & 0xFFFF_FFFFL));
    bytes.put(repetition);
    finish();
  }

  @Override
  public void polygon(Layer layer, int[] xy, int points, Repetition repetition) {
    start('P');
    bytes.put(layer);
    bytes.put(xy, points);
    bytes.put(repetition);
    finish();
  }

  @Override
  public void path(Layer layer, PathStyle style, int[] xy, int points, Repetition repetition) {
    start('W');
    bytes.put(layer);
    bytes.put(style);
    bytes.put(xy, points);
    bytes.put(repetition);
    finish();
  }

  @Override
  public void label(Layer layer, String text, int x, int y, Repetition repetition) {
    start('L');
    bytes.put(layer);
    bytes.put(text);
    bytes.put((long) x << 32 | (y & 0xFFFF_FFFFL));
    bytes.put(repetition);
    finish();
  }

  @Override
  public void reference(String cell, Transform transform, Repetition repetition) {
    reference(
        cell,
        transform.isMirrored(),
        transform.degrees(),
        transform.magnification(),
        transform.shift(),
        repetition);
  }

  @Override
  public void reference(String cell, Orientation orientation, int x, int y) {
    reference(
        cell,
        orientation.isMirrored(),
        90.0 * orientation.quarterTurns(),
        1,
        new Point(x, y),
        Repetition.ONCE);
  }

  private void reference(
      String cell,
      boolean isMirrored,
      double degrees,
      double magnification,
      Point shift,
      Repetition repetition) {
    start('C');
    bytes.put(cell);
    bytes.put(isMirrored ? 1 : 0);
    bytes.put(Double.doubleToLongBits(degrees));
    bytes.put(Double.doubleToLongBits(magnification));
    bytes.put(shift);
    bytes.put(repetition);
    finish();
  }

  @Override
  public void endCell() {}

  @Override
  public void end() {}
}
