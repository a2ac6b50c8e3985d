package pnnc.driver;

/** In which format a layout is written. */
public enum LayoutFormat {
  /** The one the target prefers. */
  PREFERRED,
  /** OASIS. */
  OAS,
  /** GDSII. */
  GDS
}
