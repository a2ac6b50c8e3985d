package pnnc.frontend.write;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Node;

/** What windows over one or two dimensions have in common. */
final class Windows {
  private Windows() {}

  /** One number where all are alike; nothing where they are {@code otherwise}. */
  static void put(
      Map<String, Attribute> all,
      String name,
      Optional<long[]> given,
      int spatial,
      long otherwise) {
    long[] numbers = given.orElseGet(() -> filled(spatial, otherwise));
    boolean alike = Arrays.stream(numbers).distinct().count() == 1;
    if (alike && numbers[0] == otherwise) {
      return;
    }
    all.put(name, alike || spatial == 1 ? Attribute.of(numbers[0]) : Attribute.ofInts(numbers));
  }

  static long[] filled(int count, long number) {
    long[] all = new long[count];
    Arrays.fill(all, number);
    return all;
  }

  /** Notes the padding; says no if the function has no word for it. */
  static boolean pads(Map<String, Attribute> all, Node node, int spatial, boolean takesSame) {
    String mode = node.text("auto_pad", "NOTSET");
    if (mode.equals("SAME_UPPER") && takesSame) {
      all.put("pad", Attribute.of("same"));
      return true;
    }
    if (!mode.equals("NOTSET") && !mode.equals("VALID")) {
      return false;
    }
    long[] pads =
        mode.equals("VALID")
            ? filled(2 * spatial, 0)
            : node.integers("pads").orElseGet(() -> filled(2 * spatial, 0));
    long[] begin = Arrays.copyOf(pads, spatial);
    if (Arrays.equals(begin, Arrays.copyOfRange(pads, spatial, pads.length))) {
      put(all, "pad", Optional.of(begin), spatial, 0);
    } else {
      all.put("pad", Attribute.ofInts(pads));
    }
    return true;
  }
}
