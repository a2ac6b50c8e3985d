package pnnc.ir.circuit;

import java.util.Locale;

/** Rules for names. */
final class Names {
  private Names() {}

  static void require(String name, String owner) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException(owner + " needs a name");
    }
  }

  /** How text forms write a choice: {@code IN_PLANE} as {@code in-plane}. */
  static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
