package pnnc.ir.circuit;

/** A device cannot be made of attributes: one is missing or of the wrong kind. */
final class AttributeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final String expected;

  AttributeException(String key, String expected) {
    super("attribute `%s` is not %s".formatted(key, expected));
    this.key = key;
    this.expected = expected;
  }

  String key() {
    return key;
  }

  String expected() {
    return expected;
  }
}
