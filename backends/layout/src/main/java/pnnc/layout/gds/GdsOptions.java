package pnnc.layout.gds;

/**
 * How a GDSII file is written.
 *
 * @param maxPoints points of an XY record, with the closing one of polygons; 8 to 8,190. Above
 *     4,095 the record is longer than 32,767 bytes, which tools that read its length as signed take
 *     for damage.
 * @param isStrict whether only what the standard has is written: names of 32 characters, layers up
 *     to 32,767, properties 1 to 127, texts of 512 bytes
 * @param isExtended whether properties of cells and of the layout are written as KLayout writes
 *     them, which no standard has; else they are refused
 */
public record GdsOptions(int maxPoints, boolean isStrict, boolean isExtended) {
  /** 4,095 points, long names, no properties of cells. */
  public static final GdsOptions DEFAULT = new GdsOptions(4095, false, false);

  public GdsOptions {
    if (maxPoints < 8 || maxPoints > 8190) {
      throw new IllegalArgumentException("no limit of points: " + maxPoints);
    }
  }

  /** Only what the standard has. */
  public GdsOptions strict() {
    return new GdsOptions(maxPoints, true, false);
  }

  /** With properties of cells and of the layout. */
  public GdsOptions extended() {
    return new GdsOptions(maxPoints, false, true);
  }

  /** At most so many points a record. */
  public GdsOptions withMaxPoints(int points) {
    return new GdsOptions(points, isStrict, isExtended);
  }
}
