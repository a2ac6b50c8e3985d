package pnnc.layout.extract;

import java.util.Arrays;

/** Numbers that become more. */
final class IntList {
  private int[] at = new int[8];
  private int used;

  IntList add(int value) {
    if (used == at.length) {
      at = Arrays.copyOf(at, Math.multiplyExact(2, used));
    }
    at[used++] = value;
    return this;
  }

  int get(int i) {
    return at[i];
  }

  int size() {
    return used;
  }

  int[] toArray() {
    return Arrays.copyOf(at, used);
  }
}
