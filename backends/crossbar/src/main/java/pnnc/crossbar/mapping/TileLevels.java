package pnnc.crossbar.mapping;

import java.util.function.IntUnaryOperator;

/** Levels of all cells of a tile, by what is chosen for its weights. */
final class TileLevels {
  private TileLevels() {}

  /**
   * The levels, row-major {@code [rows, lines]}; lines that hold nothing have the least.
   *
   * @param chosen the pair of each value, row-major {@code [rows, values]}
   */
  static int[] of(int rows, BitLines lines, LevelPairs pairs, IntUnaryOperator chosen) {
    int values = lines.values();
    int[] levels = new int[rows * lines.count()];
    for (int v = 0; v < rows * values; v++) {
      int begin = v / values * lines.count();
      int pair = chosen.applyAsInt(v);
      levels[begin + lines.plus(v % values)] = pairs.plus(pair);
      levels[begin + lines.minus(v % values)] = pairs.minus(pair);
    }
    return levels;
  }
}
