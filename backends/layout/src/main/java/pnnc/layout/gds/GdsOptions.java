package pnnc.layout.gds;

/**
 * How a GDSII file is written.
 *
 * @param maxPoints points of an XY record, with the closing one of polygons; 8 to 8,190. Above
 *     4,095 the record is longer than 32,767 bytes, which tools that read its length as signed take
 *     for damage.
 * @param isStrict whether only what the standard has is written: names of 32 characters, layers up
 *     to 32,767, properties 1 to 127, texts of 512 bytes
 * @param isExtended whether properties of cells and of the layout, and properties of the number 0,
 *     are written as KLayout writes them, which no standard has; else they are refused
 * @param hasProperties whether properties are written at all; else they are left out
 */
public record GdsOptions(
    int maxPoints, boolean isStrict, boolean isExtended, boolean hasProperties) {
  /** 4,095 points, long names, properties of elements alone. */
  public static final GdsOptions DEFAULT = new GdsOptions(4095, false, false, true);

  public GdsOptions {
    if (maxPoints < 8 || maxPoints > 8190) {
      throw new IllegalArgumentException("no limit of points: " + maxPoints);
    }
  }

  /** Only what the standard has. */
  public GdsOptions strict() {
    return new GdsOptions(maxPoints, true, false, hasProperties);
  }

  /** With properties of cells and of the layout. */
  public GdsOptions extended() {
    return new GdsOptions(maxPoints, false, true, hasProperties);
  }

  /** At most so many points a record. */
  public GdsOptions withMaxPoints(int points) {
    return new GdsOptions(points, isStrict, isExtended, hasProperties);
  }

  /** Without properties: for layouts with some that GDSII cannot hold. */
  public GdsOptions withoutProperties() {
    return new GdsOptions(maxPoints, isStrict, isExtended, false);
  }
}
