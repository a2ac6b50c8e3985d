package pnnc.ir.network;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Maps that keep one order whatever order they were filled in. */
final class Sorted {
  private Sorted() {}

  static <V> Map<String, V> copyOf(Map<String, V> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }
}
