package pnnc.layout.spice;

/** {@code name=value}. */
public record SpiceParameter(String name, SpiceValue value) {
  public SpiceParameter {
    SpiceNames.requireName(name);
  }

  /** {@code name=value} with a number. */
  public static SpiceParameter of(String name, double value) {
    return new SpiceParameter(name, SpiceValue.of(value));
  }
}
