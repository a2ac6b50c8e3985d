package pnnc.layout.oasis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Gives names numbers in the order of their first use; as many as there is room for. */
final class NumberedNames {
  private final int room;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private boolean isComplete = true;

  NumberedNames(int room) {
    this.room = room;
  }

  /** The number of {@code name}; none if it has to be spelt out. */
  OptionalInt number(String name) {
    Integer known = numbers.get(name);
    if (known != null) {
      return OptionalInt.of(known);
    }
    if (names.size() >= room) {
      isComplete = false;
      return OptionalInt.empty();
    }
    numbers.put(name, names.size());
    names.add(name);
    return OptionalInt.of(names.size() - 1);
  }

  /** All, by number. */
  List<String> names() {
    return names;
  }

  /** Whether every name has a number. */
  boolean isComplete() {
    return isComplete;
  }
}
