package pnnc.layout.gds;

/** How much a reader puts up with. */
public enum GdsMode {
  /**
   * What programs write: records of up to 65,534 bytes, polygons with several XY records or not
   * closed, any names, layers up to 65,535, bytes behind the end, properties of cells and of the
   * library, records of an element in any order.
   */
  TOLERANT,
  /** What the standard says, and no record that a signed length would take for negative. */
  STRICT
}
