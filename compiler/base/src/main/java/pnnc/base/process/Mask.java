package pnnc.base.process;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One layer of a layout.
 *
 * @param name as the process calls it, not empty
 * @param number GDSII layer, 0 .. 65535
 * @param datatype GDSII datatype of shapes, 0 .. 65535
 * @param label GDSII datatype of net labels on the same number
 * @param pin GDSII datatype of pins on the same number
 * @param purpose what its shapes become
 * @param sheetOhms sheet resistance in ohms per square, positive or zero
 */
public record Mask(
    String name,
    int number,
    int datatype,
    OptionalInt label,
    OptionalInt pin,
    Purpose purpose,
    OptionalDouble sheetOhms) {
  /** The greatest number and datatype of OASIS tools and of GDSII as it is read today. */
  public static final int MOST = 65_535;

  public Mask {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a mask without a name");
    }
    requireNumber(name, number);
    requireNumber(name, datatype);
    label.ifPresent(l -> requireNumber(name, l));
    pin.ifPresent(p -> requireNumber(name, p));
    if (sheetOhms.isPresent() && !(sheetOhms.getAsDouble() >= 0)) {
      throw new IllegalArgumentException("%s of %s ohm/sq".formatted(name, sheetOhms));
    }
  }

  private static void requireNumber(String name, int number) {
    if (number < 0 || number > MOST) {
      throw new IllegalArgumentException("%s has the layer number %d".formatted(name, number));
    }
  }

  /** {@code met1 (68/20)}. */
  @Override
  public String toString() {
    return "%s (%d/%d)".formatted(name, number, datatype);
  }
}
