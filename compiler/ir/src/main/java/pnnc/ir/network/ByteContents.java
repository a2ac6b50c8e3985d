package pnnc.ir.network;

import pnnc.base.bytes.ByteRange;
import pnnc.base.bytes.ByteSource;

/** Compares the contents of byte sources without loading them whole. */
public final class ByteContents {
  private static final int WINDOW = 1 << 20;

  private ByteContents() {}

  /** Whether both hold the same bytes. */
  public static boolean equal(ByteSource a, ByteSource b) {
    if (a.size() != b.size()) {
      return false;
    }
    return sameRange(a, b) || sameBytes(a, b);
  }

  private static boolean sameRange(ByteSource a, ByteSource b) {
    return a == b
        || (a instanceof ByteRange p
            && b instanceof ByteRange q
            && p.base() == q.base()
            && p.offset() == q.offset());
  }

  private static boolean sameBytes(ByteSource a, ByteSource b) {
    for (long at = 0; at < a.size(); at += WINDOW) {
      int length = (int) Math.min(WINDOW, a.size() - at);
      if (!a.slice(at, length).equals(b.slice(at, length))) {
        return false;
      }
    }
    return true;
  }
}
