package pnnc.ir.electrical;

import java.util.List;
import pnnc.base.units.Micrometres;
import pnnc.ir.circuit.Domain;
import pnnc.ir.circuit.Fields;
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
    sourceOhms.requireSize("source-segments", devices);
  }

  static Access fields(Fields<Access> f, int columns) {
    return new Access(
        f.nets("source-lines", Domain.ELECTRICAL, Access::sourceLines),
        f.net("bulk", Access::bulk),
        f.model("access-model", Access::model),
        f.quantity("access-width", Micrometres.UNIT, Access::width),
        f.quantity("access-length", Micrometres.UNIT, Access::length),
        f.matrix("source-segments", "ohm", columns, Access::sourceOhms));
  }
}
