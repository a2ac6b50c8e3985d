package pnnc.ir.electrical;

import java.util.List;
import pnnc.base.units.Micrometres;
import pnnc.ir.circuit.Attributes;
import pnnc.ir.circuit.AttributesBuilder;
import pnnc.ir.circuit.Domain;
import pnnc.ir.circuit.Reals;

/**
 * The transistors of a 1T1R {@link CrosspointArray}: gates along the rows, source lines beside the
 * bit lines.
 *
 * @param sourceLines nets at the feet, one for each bit line
 * @param bulk a net
 * @param model a model card
 * @param width of each channel, above 0
 * @param length of each channel, above 0
 * @param sourceOhms resistances of source-line segments, laid out like those of bit lines
 */
public record Access(
    List<String> sourceLines,
    String bulk,
    String model,
    Micrometres width,
    Micrometres length,
    Reals sourceOhms) {
  public Access {
    sourceLines = List.copyOf(sourceLines);
    width.requirePositive("width");
    length.requirePositive("length");
    ArrayChecks.notNegative("resistance", sourceOhms);
  }

  void requireFits(int columns, long devices) {
    if (sourceLines.size() != columns) {
      throw new IllegalArgumentException(
          "%d source lines for %d bit lines".formatted(sourceLines.size(), columns));
    }
    ArrayChecks.size("source-segments", sourceOhms, devices);
  }

  static Access read(Attributes a) {
    return new Access(
        a.words("source-lines"),
        a.word("bulk"),
        a.word("access-model"),
        a.quantity("access-width", Micrometres.UNIT),
        a.quantity("access-length", Micrometres.UNIT),
        a.series("source-segments", "ohm"));
  }

  void describe(AttributesBuilder out, int columns) {
    out.nets("source-lines", Domain.ELECTRICAL, sourceLines).net("bulk", bulk);
    out.model("access-model", model);
    out.quantity("access-width", width).quantity("access-length", length);
    out.matrix("source-segments", sourceOhms, "ohm", columns);
  }
}
