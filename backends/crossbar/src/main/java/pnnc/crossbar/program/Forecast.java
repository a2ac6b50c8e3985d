package pnnc.crossbar.program;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * What writing a tile is expected to take, by {@link WriteVerify}: pulses in all, and the cells
 * that are not reached, each with what it ends at. The same unit has the same forecast, and the
 * same cells of it are stuck whatever is written into them.
 */
public final class Forecast {
  private final String unit;
  private final WriteVerify way;

  /** Of the tile {@code unit}. */
  public Forecast(String unit, WriteVerify way) {
    this.unit = unit;
    this.way = way;
  }

  /** How the writing of one cell goes. */
  public WriteVerify.Outcome of(int row, int column, double siemens) {
    long place = (long) row << 32 | column;
    long seed = new SplittableRandom(unit.hashCode()).nextLong() ^ place;
    return way.write(siemens, new SplittableRandom(new SplittableRandom(seed).nextLong()));
  }

  /**
   * Writes the forecast of a program as CSV.
   *
   * @param siemens of cell {@code row · columns + column}
   * @param isRead whether anything is read from a column
   * @param out is not closed
   */
  public void write(
      int rows, int columns, IntToDoubleFunction siemens, IntPredicate isRead, OutputStream out)
      throws IOException {
    StringBuilder failed = new StringBuilder();
    long pulses = 0;
    int failures = 0;
    int unread = 0;
    for (int k = 0; k < rows * columns; k++) {
      double target = siemens.applyAsDouble(k);
      WriteVerify.Outcome outcome = of(k / columns, k % columns, target);
      pulses += outcome.pulses();
      if (!outcome.isReached()) {
        failures++;
        unread += isRead.test(k % columns) ? 0 : 1;
        failed.append(k / columns).append(',').append(k % columns).append(',');
        failed.append(target).append(',').append(outcome.siemens()).append('\n');
      }
    }
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    text.write(
        "# expected for `%s`: %d cells, %d pulses, %d cells not reached within %d pulses%s\n"
            .formatted(unit, rows * columns, pulses, failures, way.budget(), unread(unread)));
    text.write("row,column,target_siemens,reached_siemens\n" + failed);
    text.flush();
  }

  private static String unread(int count) {
    return count == 0 ? "" : ", %d of them on bit lines that are not read".formatted(count);
  }
}
