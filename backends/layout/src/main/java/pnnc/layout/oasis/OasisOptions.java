package pnnc.layout.oasis;

/**
 * How a file is written. Whatever is chosen, the same calls give the same bytes.
 *
 * @param gathers whether single shapes, placements and texts that differ only in their place are
 *     gathered into repetitions. What is given with a repetition or with properties is written as
 *     given and costs no search.
 * @param window how many single things of a cell are gathered at once, at least 1; memory grows
 *     with it (about 100 bytes for each), not with the cell
 * @param blocks how much one compressed block holds, if there are any
 * @param checksum what the last record holds
 */
public record OasisOptions(boolean gathers, int window, Blocks blocks, Checksum checksum) {
  /** Everything gathered and compressed, with a CRC32. */
  public static final OasisOptions DEFAULT =
      new OasisOptions(true, 1 << 20, Blocks.MEGABYTE, Checksum.CRC32);

  /** Nothing gathered nor compressed: the fastest. */
  public static final OasisOptions PLAIN = new OasisOptions(false, 1, Blocks.NONE, Checksum.CRC32);

  /** Where compressed blocks end. */
  public enum Blocks {
    /** Nothing is compressed. */
    NONE,
    /** After 1 MB and at the end of each cell. */
    CELL,
    /** After 1 MB: smaller if there are many small cells. */
    MEGABYTE
  }

  /** What a reader can check a file with. */
  public enum Checksum {
    NONE(0),
    CRC32(1),
    /** The sum of all bytes. */
    CHECKSUM32(2);

    private final int scheme;

    Checksum(int scheme) {
      this.scheme = scheme;
    }

    /** What the format calls it. */
    int scheme() {
      return scheme;
    }
  }

  public OasisOptions {
    if (window < 1) {
      throw new IllegalArgumentException("no window: " + window);
    }
  }

  public OasisOptions withGathers(boolean isOn) {
    return new OasisOptions(isOn, window, blocks, checksum);
  }

  public OasisOptions withWindow(int things) {
    return new OasisOptions(gathers, things, blocks, checksum);
  }

  public OasisOptions withBlocks(Blocks of) {
    return new OasisOptions(gathers, window, of, checksum);
  }

  public OasisOptions withChecksum(Checksum of) {
    return new OasisOptions(gathers, window, blocks, of);
  }
}
