package pnnc.layout.oasis;

/**
 * What a file may ask for at most; one that asks for more is refused with PNN5023. Memory is taken
 * as bytes arrive, never because a count in the file says so.
 *
 * @param places of one irregular repetition; regular ones are never expanded
 * @param points of one polygon or path
 * @param stringBytes of one name, text or value
 * @param values of one property
 * @param inflatedBytes of all compressed blocks together
 */
public record OasisLimits(int places, int points, int stringBytes, int values, long inflatedBytes) {
  /** 33 million places, 16 million points, 16 MiB strings, 1 TiB inflated. */
  public static final OasisLimits DEFAULT =
      new OasisLimits(1 << 25, 1 << 24, 1 << 24, 1 << 16, 1L << 40);

  public OasisLimits {
    if (places < 2 || points < 3 || stringBytes < 1 || values < 1 || inflatedBytes < 1) {
      throw new IllegalArgumentException("limits too small to read anything");
    }
  }
}
