package pnnc.layout.gds;

import pnnc.layout.model.PathStyle;

/** The numbers that GDSII gives to the ends of paths. */
final class GdsPathType {
  static final int FLUSH = 0;
  static final int ROUND = 1;
  static final int SQUARE = 2;
  static final int EXTENDED = 4;

  private GdsPathType() {}

  /** Square ends of an odd width would be half a unit longer in GDSII, so they are extended. */
  static int of(PathStyle style) {
    int half = style.width() / 2;
    if (style.isRound()) {
      return ROUND;
    }
    if (style.begin() == 0 && style.end() == 0) {
      return FLUSH;
    }
    boolean isSquare = style.begin() == half && style.end() == half && style.width() % 2 == 0;
    return isSquare ? SQUARE : EXTENDED;
  }

  /** The style of path type {@code type}, which is one of the four. */
  static PathStyle style(int type, int width, int begin, int end) {
    return switch (type) {
      case FLUSH -> PathStyle.flush(width);
      case ROUND -> PathStyle.round(width);
      case SQUARE -> PathStyle.square(width);
      default -> new PathStyle(width, begin, end, false);
    };
  }
}
