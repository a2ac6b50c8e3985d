package pnnc.crossbar.program;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/**
 * What writing a tile is expected to take, by {@link WriteVerify}: pulses in all, and the cells
 * that are not reached, each with what it ends at. The same unit has the same forecast.
 */
public final class Forecast {
  private Forecast() {}

  /**
   * Writes the forecast of a program as CSV.
   *
   * @param siemens of cell {@code row · columns + column}
   * @param out is not closed
   */
  public static void write(
      String unit,
      int rows,
      int columns,
      IntToDoubleFunction siemens,
      WriteVerify way,
      OutputStream out)
      throws IOException {
    SplittableRandom random = new SplittableRandom(unit.hashCode());
    StringBuilder failed = new StringBuilder();
    long pulses = 0;
    int failures = 0;
    for (int k = 0; k < rows * columns; k++) {
      double target = siemens.applyAsDouble(k);
      WriteVerify.Outcome outcome = way.write(target, random);
      pulses += outcome.pulses();
      if (!outcome.isReached()) {
        failures++;
        failed.append(k / columns).append(',').append(k % columns).append(',');
        failed.append(target).append(',').append(outcome.siemens()).append('\n');
      }
    }
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    text.write(
        "# expected for `%s`: %d cells, %d pulses, %d cells not reached within %d pulses\n"
            .formatted(unit, rows * columns, pulses, failures, way.budget()));
    text.write("row,column,target_siemens,reached_siemens\n" + failed);
    text.flush();
  }
}
