package pnnc.layout.extract;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import pnnc.base.process.Mask;
import pnnc.base.process.ProcessRules;
import pnnc.base.process.Purpose;

/** The processes of the shared example layouts, as their recipes for KLayout say. */
final class Examples {
  private Examples() {}

  /** Memories where a marker lies between a row and a column. */
  static ProcessRules crossbar() {
    return process(
        List.of(mask("row", 68, 20), mask("col", 69, 20), mask("reram", 201, 20)),
        List.of(),
        Processes.device("RR", "reram", List.of(), List.of(), "row", "col"));
  }

  /** Resistors of film between cuts. */
  static ProcessRules film() {
    return process(
        List.of(
            mask("m1", 10, 0),
            mask("m2", 30, 0),
            mask("film", 20, 0),
            mask("c1", 11, 0),
            mask("c2", 21, 0)),
        List.of(Processes.cut("c1", "m1", "film", 0), Processes.cut("c2", "m2", "film", 0)),
        Processes.device("FILM", "film", List.of(), List.of("c1", "c2"), "film", "film"));
  }

  private static Mask mask(String name, int number, int datatype) {
    return new Mask(
        name,
        number,
        datatype,
        OptionalInt.of(5),
        OptionalInt.empty(),
        Purpose.CONDUCTOR,
        OptionalDouble.of(0.125));
  }

  private static ProcessRules process(
      List<Mask> masks,
      List<pnnc.base.process.Connection> connections,
      pnnc.base.process.DeviceRule device) {
    return new ProcessRules("example", 1, 1, masks, List.of(), connections, List.of(device));
  }
}
