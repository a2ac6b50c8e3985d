package pnnc.onnx.read;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * Sorts things numbered from 0 so that each comes after those it needs, and keeps the given order
 * where that is free. Takes time in proportion to things and needs; needs no deep stack.
 */
final class DependencyOrder {
  private enum State {
    UNSEEN,
    OPEN,
    DONE
  }

  private final IntFunction<int[]> needs;
  private final State[] states;
  private final int[] order;
  private int count;
  private OptionalInt onCycle = OptionalInt.empty();

  /** A thing whose needs are being looked at, and how many have been. */
  private static final class Visit {
    private final int item;
    private final int[] needs;
    private int next;

    private Visit(int item, int[] needs) {
      this.item = item;
      this.needs = needs;
    }
  }

  private DependencyOrder(int size, IntFunction<int[]> needs) {
    this.needs = needs;
    this.states = new State[size];
    this.order = new int[size];
    Arrays.fill(states, State.UNSEEN);
  }

  /**
   * The order of {@code size} things.
   *
   * @param needs the numbers of those that a thing needs; asked once for each thing
   */
  static DependencyOrder of(int size, IntFunction<int[]> needs) {
    DependencyOrder result = new DependencyOrder(size, needs);
    for (int i = 0; i < size; i++) {
      result.visit(i);
    }
    return result;
  }

  private void visit(int root) {
    Deque<Visit> stack = new ArrayDeque<>();
    open(root, stack);
    while (!stack.isEmpty()) {
      Visit visit = stack.peek();
      if (visit.next < visit.needs.length) {
        open(visit.needs[visit.next++], stack);
      } else {
        stack.pop();
        states[visit.item] = State.DONE;
        order[count++] = visit.item;
      }
    }
  }

  private void open(int item, Deque<Visit> stack) {
    if (states[item] == State.OPEN) {
      onCycle = OptionalInt.of(item);
    } else if (states[item] == State.UNSEEN) {
      states[item] = State.OPEN;
      stack.push(new Visit(item, needs.apply(item)));
    }
  }

  /** One of those that need themselves, if there are such. The order is then of no use. */
  OptionalInt onCycle() {
    return onCycle;
  }

  int[] order() {
    return order;
  }
}
