package pnnc.frontend.hardware;

/** Which resistances of a technology hold: it gives them with a spread from lot to lot. */
public enum ProcessCorner {
  /** What the technology says first. */
  NOMINAL(0, ""),
  /** {@code sheet_slow}, {@code resistance_slow}: the greatest. */
  SLOW(1, "_slow"),
  /** {@code sheet_fast}, {@code resistance_fast}: the least. */
  FAST(-1, "_fast");

  private final int sign;
  private final String suffix;

  ProcessCorner(int sign, String suffix) {
    this.sign = sign;
    this.suffix = suffix;
  }

  /** How many tolerances a quantity without a value of its own is away from nominal. */
  int sign() {
    return sign;
  }

  /** What the name of a field in this corner ends with. */
  String suffix() {
    return suffix;
  }
}
