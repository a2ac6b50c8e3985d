package pnnc.layout.volume;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pnnc.layout.text.Decimal;

/** The grid that the fields of an NRRD header describe. */
final class NrrdGrid {
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final Map<String, Double> MICRONS =
      Map.ofEntries(
          Map.entry("um", 1.0),
          Map.entry("micron", 1.0),
          Map.entry("microns", 1.0),
          Map.entry("micrometer", 1.0),
          Map.entry("micrometre", 1.0),
          Map.entry("", 1.0),
          Map.entry("nm", 1e-3),
          Map.entry("mm", 1e3),
          Map.entry("millimeter", 1e3),
          Map.entry("millimetre", 1e3),
          Map.entry("cm", 1e4),
          Map.entry("m", 1e6));

  private final NrrdReader header;

  NrrdGrid(NrrdReader header) {
    this.header = header;
  }

  VolumeGrid grid() {
    String dimension = header.value("dimension");
    if (!dimension.equals("3")) {
      throw header.at("dimension").unsupported("`dimension: %s`".formatted(dimension));
    }
    String name = header.value("type").toLowerCase(Locale.ROOT);
    VolumeType type = header.at("type").type(VolumeType.ofNrrd(name), name);
    int[] samples = header.at("sizes").integers("sizes", header.value("sizes"), 3);
    double[] units = units();
    double[] spacing = times(spacing(), units);
    double[] origin = times(origin(), units);
    if (isMinimumOfCells()) {
      for (int i = 0; i < 3; i++) {
        origin[i] += 0.5 * spacing[i];
      }
    }
    return header.at("sizes").grid(type, samples, origin, spacing);
  }

  private static double[] times(double[] lengths, double[] units) {
    double[] microns = new double[3];
    Arrays.setAll(microns, i -> lengths[i] * units[i]);
    return microns;
  }

  private double[] spacing() {
    if (header.has("space directions")) {
      return directions();
    }
    return header.has("spacings") ? numbers("spacings") : new double[] {1, 1, 1};
  }

  private double[] numbers(String field) {
    return header.at(field).numbers(field, header.value(field), 3);
  }

  private double[] origin() {
    if (header.has("space origin")) {
      return vector("space origin", header.value("space origin"));
    }
    String minima = header.has("axismins") ? "axismins" : "axis mins";
    return header.has(minima) ? numbers(minima) : new double[3];
  }

  /** Minima are at the borders of voxels if values are said to be for cells. */
  private boolean isMinimumOfCells() {
    boolean isMinimum = header.has("axismins") || header.has("axis mins");
    String field = header.has("centers") ? "centers" : "centerings";
    boolean isCell = header.has(field) && header.value(field).startsWith("cell");
    return isMinimum && isCell && !header.has("space origin");
  }

  /** {@code (1,2,3)}. */
  private double[] vector(String field, String text) {
    String inner = text.replaceFirst("^\\((.*)\\)$", "$1");
    String[] words = inner.split(",", 4);
    double[] vector = new double[3];
    for (int i = 0; i < 3; i++) {
      OptionalDouble number =
          words.length == 3 ? Decimal.parse(words[i].strip()) : OptionalDouble.empty();
      if (number.isEmpty() || inner.length() == text.length()) {
        throw header.at(field).wrong(field, text, "`(number,number,number)`");
      }
      vector[i] = number.getAsDouble();
    }
    return vector;
  }

  private double[] directions() {
    String field = "space directions";
    String text = header.value(field);
    String[] vectors = text.split("(?<=\\))\\s*(?=\\()", 4);
    if (vectors.length != 3) {
      throw header.at(field).wrong(field, text, "3 vectors");
    }
    double[] spacing = new double[3];
    for (int i = 0; i < 3; i++) {
      double[] vector = vector(field, vectors[i]);
      spacing[i] = vector[i];
      vector[i] = 0;
      if (!Arrays.equals(vector, new double[3])) {
        throw header.at(field).unsupported("axes that are not those of space");
      }
    }
    return spacing;
  }

  /** How many um the unit of each axis is. */
  private double[] units() {
    String field = header.has("space units") ? "space units" : "units";
    double[] units = {1, 1, 1};
    if (!header.has(field)) {
      return units;
    }
    Matcher matcher = QUOTED.matcher(header.value(field));
    for (int i = 0; i < 3 && matcher.find(); i++) {
      String unit = matcher.group(1).strip();
      Double microns = MICRONS.get(unit.equals("\u00c2\u00b5m") ? "um" : unit);
      if (microns == null) {
        throw header.at(field).unsupported("lengths in `%s`".formatted(unit));
      }
      units[i] = microns;
    }
    return units;
  }
}
