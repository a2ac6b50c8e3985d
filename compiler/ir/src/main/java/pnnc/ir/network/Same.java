package pnnc.ir.network;

import java.util.Iterator;
import java.util.List;

/** Compares objects by identity: what a rewrite left alone is what it was given. */
final class Same {
  private Same() {}

  /** Whether both lists hold the very same objects in the same order. */
  @SuppressWarnings("ReferenceEquality") // equal contents would cost a walk through subgraphs
  static <T> boolean objects(List<T> a, List<T> b) {
    if (a.size() != b.size()) {
      return false;
    }
    Iterator<T> others = b.iterator();
    for (T object : a) {
      if (object != others.next()) {
        return false;
      }
    }
    return true;
  }
}
