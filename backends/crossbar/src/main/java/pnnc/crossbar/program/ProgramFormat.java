package pnnc.crossbar.program;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntToDoubleFunction;

/**
 * The file that says what is written into the memories of a tile. Comments, then a line of column
 * names, then each cell once, in any order: the number of its word line, that of its bit line, and
 * the memory's conductance in siemens, without its transistor.
 */
public final class ProgramFormat {
  /** Begins a line that says nothing. */
  public static final String COMMENT = "#";

  /** The names of the columns; `siemens` is the unit. */
  public static final String HEADER = "row,column,siemens";

  /** More in one line is no program. */
  public static final int MOST_CHARACTERS = 200;

  private ProgramFormat() {}

  /** The file of a unit. */
  public static String path(String unit) {
    return "program/" + unit + ".csv";
  }

  /** The file that says how the writing of a unit is expected to go. */
  public static String forecastPath(String unit) {
    return "program/" + unit + ".forecast.csv";
  }

  /**
   * Writes a program, row by row.
   *
   * @param siemens of cell {@code row · columns + column}
   * @param out is not closed
   */
  public static void write(
      String unit, int rows, int columns, IntToDoubleFunction siemens, OutputStream out)
      throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    text.write(
        "%s conductances of the memories of `%s`: %d word lines, %d bit lines\n%s\n"
            .formatted(COMMENT, unit, rows, columns, HEADER));
    for (int k = 0; k < rows * columns; k++) {
      text.write(k / columns + "," + k % columns + "," + siemens.applyAsDouble(k) + "\n");
    }
    text.flush();
  }
}
