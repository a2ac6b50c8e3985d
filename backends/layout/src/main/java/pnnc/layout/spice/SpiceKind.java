package pnnc.layout.spice;

import java.util.Optional;

/** The kinds of elements that are read and written. */
public enum SpiceKind {
  RESISTOR('R', 2),
  CAPACITOR('C', 2),
  INDUCTOR('L', 2),
  DIODE('D', 2),
  MOSFET('M', 4),
  VOLTAGE_SOURCE('V', 2),
  CURRENT_SOURCE('I', 2),
  CONTROLLED_VOLTAGE('E', 4),
  CONTROLLED_CURRENT('G', 4),
  SUBCIRCUIT('X', -1);

  /** What {@link #nodes} is if any number will do. */
  static final int ANY = -1;

  private static final SpiceKind[] ALL = values();

  private final char letter;
  private final int nodes;

  SpiceKind(char letter, int nodes) {
    this.letter = letter;
    this.nodes = nodes;
  }

  /** The first letter of its names, in upper case. */
  public char letter() {
    return letter;
  }

  /** How many nodes it takes, or {@link #ANY}. */
  int nodes() {
    return nodes;
  }

  /** The kind of that letter, in upper or lower case. */
  static Optional<SpiceKind> of(char letter) {
    char upper = letter >= 'a' && letter <= 'z' ? (char) (letter - 0x20) : letter;
    for (SpiceKind kind : ALL) {
      if (kind.letter == upper) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  boolean isPassive() {
    return this == RESISTOR || this == CAPACITOR || this == INDUCTOR;
  }

  boolean isSource() {
    return this == VOLTAGE_SOURCE || this == CURRENT_SOURCE;
  }

  boolean isControlled() {
    return this == CONTROLLED_VOLTAGE || this == CONTROLLED_CURRENT;
  }

  /** Whether it may have a value and a model, or lack one. */
  boolean takes(boolean hasValue, boolean hasModel) {
    if (isPassive()) {
      return true;
    }
    if (isSource()) {
      return !hasModel;
    }
    return isControlled() ? hasValue && !hasModel : hasModel && (!hasValue || this == DIODE);
  }
}
