package pnnc.layout.oasis;

/** The corners of the trapezoids that the format has short forms for, seen from lower left. */
final class Trapezoids {
  /** How many kinds the format numbers. */
  static final int KINDS = 26;

  /** x and y of each corner as sums: w, h and (for x and y alike) 2w, 2h, w−h, h−w. */
  private static final String[] CORNERS = {
    "0,0 0,h w-h,h w,0",
    "0,0 0,h w,h w-h,0",
    "0,0 h,h w,h w,0",
    "h,0 0,h w,h w,0",
    "0,0 h,h w-h,h w,0",
    "h,0 0,h w,h w-h,0",
    "0,0 h,h w,h w-h,0",
    "h,0 0,h w-h,h w,0",
    "0,0 0,h w,h-w w,0",
    "0,0 0,h-w w,h w,0",
    "0,0 0,h w,h w,w",
    "0,w 0,h w,h w,0",
    "0,0 0,h w,h-w w,w",
    "0,w 0,h-w w,h w,0",
    "0,0 0,h-w w,h w,w",
    "0,w 0,h w,h-w w,0",
    "0,0 0,w w,0",
    "0,0 0,w w,w",
    "0,0 w,w w,0",
    "0,w w,w w,0",
    "0,0 h,h 2h,0",
    "0,h 2h,h h,0",
    "0,0 0,2w w,w",
    "0,w w,2w w,0",
    "0,0 0,h w,h w,0",
    "0,0 0,w w,w w,0",
  };

  private static final String[][] KIND = new String[KINDS][];

  static {
    for (int i = 0; i < KINDS; i++) {
      KIND[i] = CORNERS[i].split("[ ,]", -1);
    }
  }

  private Trapezoids() {}

  /** Whether the shape of this kind depends on its width. */
  static boolean usesWidth(int kind) {
    return CORNERS[kind].contains("w");
  }

  /** Whether the shape of this kind depends on its height. */
  static boolean usesHeight(int kind) {
    return CORNERS[kind].contains("h");
  }

  /** The corners of CTRAPEZOID {@code kind}. */
  static long[] ofKind(int kind, long w, long h) {
    String[] terms = KIND[kind];
    long[] xy = new long[terms.length];
    for (int i = 0; i < xy.length; i++) {
      xy[i] =
          switch (terms[i]) {
            case "0" -> 0;
            case "w" -> w;
            case "h" -> h;
            case "2w" -> 2 * w;
            case "2h" -> 2 * h;
            case "w-h" -> w - h;
            default -> h - w;
          };
    }
    return xy;
  }

  /** A trapezoid between two lines along y ({@code isUpright}) or along x. */
  static long[] of(boolean isUpright, long w, long h, long a, long b) {
    long aUp = Math.max(a, 0);
    long aDown = -Math.min(a, 0);
    long bUp = Math.max(b, 0);
    long bDown = -Math.min(b, 0);
    return isUpright
        ? new long[] {0, aUp, 0, h - bDown, w, h - bUp, w, aDown}
        : new long[] {aUp, h, w - bDown, h, w - bUp, 0, aDown, 0};
  }
}
