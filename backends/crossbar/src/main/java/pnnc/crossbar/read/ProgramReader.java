package pnnc.crossbar.read;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.crossbar.program.ProgramFormat;

/**
 * Reads what is written into the memories of a tile, a {@link ProgramFormat} file. The first thing
 * that is wrong ends it with one diagnostic that names the line: other columns, a place outside the
 * tile, a place that comes twice or never, a conductance that the memory does not have.
 */
final class ProgramReader {
  private static final int CHUNK = 1 << 16;

  private final ByteSource source;
  private final int columns;
  private final double least;
  private final double most;
  private final double[] siemens;
  private long line;
  private boolean isInside;

  private ProgramReader(ByteSource source, int rows, int columns, double least, double most) {
    this.source = source;
    this.columns = columns;
    this.least = least;
    this.most = most;
    this.siemens = new double[rows * columns];
    Arrays.fill(siemens, Double.NaN);
  }

  /**
   * The conductances of a tile.
   *
   * @param least that a memory has, siemens
   * @param most that a memory has, siemens
   * @return {@code [rows, columns]}, siemens
   */
  static double[] read(ByteSource source, int rows, int columns, double least, double most) {
    ProgramReader reader = new ProgramReader(source, rows, columns, least, most);
    reader.lines();
    reader.requireAll();
    return reader.siemens;
  }

  private void lines() {
    StringBuilder text = new StringBuilder();
    for (long at = 0; at < source.size(); at += CHUNK) {
      int length = (int) Math.min(CHUNK, source.size() - at);
      ByteBuffer chunk = source.slice(at, length);
      for (int k = 0; k < length; k++) {
        char c = (char) (chunk.get(chunk.position() + k) & 0xFF);
        if (c == '\n') {
          line(text.toString());
          text.setLength(0);
        } else if (text.length() >= ProgramFormat.MOST_CHARACTERS) {
          line++;
          throw fault(
              "the line is longer than %d characters".formatted(ProgramFormat.MOST_CHARACTERS));
        } else {
          text.append(c);
        }
      }
    }
    if (!text.isEmpty()) {
      line(text.toString());
    }
  }

  private void line(String raw) {
    line++;
    String text = raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw;
    if (text.startsWith(ProgramFormat.COMMENT)) {
      return;
    }
    if (isInside) {
      cell(text);
    } else if (text.equals(ProgramFormat.HEADER)) {
      isInside = true;
    } else {
      throw fault(
          "expected the columns `%s`, found `%s`".formatted(ProgramFormat.HEADER, shown(text)));
    }
  }

  private void cell(String text) {
    String[] fields = text.split(",", -1);
    if (fields.length != 3) {
      throw fault("expected row, column and siemens, found `%s`".formatted(shown(text)));
    }
    int row = whole(fields[0], "row", siemens.length / columns);
    int column = whole(fields[1], "column", columns);
    int at = row * columns + column;
    if (!Double.isNaN(siemens[at])) {
      throw fault("row %d, column %d comes twice".formatted(row, column));
    }
    siemens[at] = conductance(fields[2]);
  }

  private int whole(String text, String what, int end) {
    boolean isWhole = text.matches("[0-9]{1,9}");
    if (!isWhole || Integer.parseInt(text) >= end) {
      throw fault("the %s is from 0 to %d, not `%s`".formatted(what, end - 1, shown(text)));
    }
    return Integer.parseInt(text);
  }

  private double conductance(String text) {
    double value = Double.NaN;
    if (text.matches("[0-9.]{1,25}([eE][-+]?[0-9]{1,3})?")) {
      try {
        value = Double.parseDouble(text);
      } catch (NumberFormatException e) {
        value = Double.NaN;
      }
    }
    if (!(value >= least && value <= most)) {
      throw fault("a memory has from %s S to %s S, not `%s`".formatted(least, most, shown(text)));
    }
    return value;
  }

  private void requireAll() {
    for (int k = 0; k < siemens.length; k++) {
      if (Double.isNaN(siemens[k])) {
        throw fault("row %d, column %d is not there".formatted(k / columns, k % columns));
      }
    }
  }

  /** Printable, so that messages stay messages. */
  private static String shown(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    for (int k = 0; k < bytes.length; k++) {
      bytes[k] = bytes[k] < ' ' || bytes[k] == 0x7F ? (byte) '?' : bytes[k];
    }
    String all = new String(bytes, StandardCharsets.US_ASCII);
    return all.length() > 40 ? all.substring(0, 40) + "..." : all;
  }

  private DiagnosedException fault(String what) {
    return new DiagnosedException(
        DiagnosticCode.PROGRAM_MALFORMED.error(source.name(), Math.max(1, line), what));
  }
}
