package pnnc.ir.circuit;

/**
 * Something and the form it has in a text.
 *
 * @param form says what it is made of
 */
public record Described<T>(Form<T> form, T whole) {
  /** What it is, as the text form writes it. */
  public String keyword() {
    return form.keyword();
  }

  /** What it is made of: everything but its name, in the order of the text form. */
  public Attributes attributes() {
    return form.attributes(whole);
  }
}
