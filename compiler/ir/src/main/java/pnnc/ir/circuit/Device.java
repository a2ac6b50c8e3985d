package pnnc.ir.circuit;

/**
 * One thing in a cell. Dialects implement it with records; what a record is, its {@link
 * #attributes} say once, and printing, comparing, checking and flattening all follow from them.
 */
public interface Device {
  /** Unique in its cell. */
  String name();

  /** The kind of device, as the text form writes it. */
  String keyword();

  /** Everything but the name, in the order of the text form. */
  Attributes attributes();
}
