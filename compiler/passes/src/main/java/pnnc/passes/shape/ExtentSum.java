package pnnc.passes.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A sum that turns unknown when it overflows or grows out of hand. */
final class ExtentSum {
  private static final int MAX_TERMS = 16;
  private static final int MAX_FACTORS = 16;

  private final Map<List<String>, Long> terms = new HashMap<>();
  private boolean lost;

  void addProduct(List<String> p, long a, List<String> q, long b) {
    List<String> names = new ArrayList<>(p);
    names.addAll(q);
    Collections.sort(names);
    long product = a * b;
    lost |= Math.multiplyHigh(a, b) != product >> 63 || names.size() > MAX_FACTORS;
    add(names, product);
  }

  void add(List<String> names, long coefficient) {
    long before = terms.getOrDefault(names, 0L);
    long after = before + coefficient;
    lost |= ((before ^ after) & (coefficient ^ after)) < 0;
    terms.put(List.copyOf(names), after);
  }

  Extent result() {
    terms.values().removeIf(c -> c == 0);
    return lost || terms.size() > MAX_TERMS ? Extent.UNKNOWN : Extent.ofTerms(terms);
  }
}
