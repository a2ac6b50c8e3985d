package pnnc.frontend.elaborate;

import java.util.ArrayDeque;
import java.util.Deque;

/** The path under which operators go: {@code encoder.3.attention}; what `place` matches. */
final class Naming {
  private final Deque<String> steps = new ArrayDeque<>();

  void push(String step) {
    steps.addLast(step);
  }

  void pop() {
    steps.removeLast();
  }

  /** The path here, with {@code last} behind it. */
  String with(String last) {
    return steps.isEmpty() ? last : String.join(".", steps) + "." + last;
  }

  /** The path here; {@code otherwise} at the outermost level. */
  String path(String otherwise) {
    return steps.isEmpty() ? otherwise : String.join(".", steps);
  }
}
