package pnnc.ir.circuit;

/**
 * One thing in a cell. Dialects implement it with records; what a record is, its {@link Form} says
 * once, and printing, reading, comparing, checking and flattening all follow from it.
 */
public interface Device {
  /** Unique in its cell. */
  String name();

  /** This device in the form of its kind: {@code FORM.of(this)}. */
  Described<?> described();

  /** The kind of device, as the text form writes it. */
  default String keyword() {
    return described().keyword();
  }

  /** Everything but the name, in the order of the text form. */
  default Attributes attributes() {
    return described().attributes();
  }
}
