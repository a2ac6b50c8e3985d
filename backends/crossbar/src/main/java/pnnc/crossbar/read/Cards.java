package pnnc.crossbar.read;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import pnnc.backend.Settings;
import pnnc.backend.Target;
import pnnc.crossbar.CrossbarSettings;
import pnnc.crossbar.cell.CrosspointCell;
import pnnc.ir.circuit.Circuit;
import pnnc.ir.circuit.Model;
import pnnc.ir.electrical.ElectricalDevice;
import pnnc.ir.netlist.ElectricalNetlist;

/**
 * What no drawing shows, and the target says: how devices differ from what is drawn, and what
 * resistance the converters at the ends of lines have. Both stand on model cards of the netlist
 * that is read; its devices and wires are what is drawn, nothing else.
 *
 * <table>
 * <caption>Cards</caption>
 * <tr><td>{@code cell}</td><td>of the devices; its kind says which statistics hold</td></tr>
 * <tr><td>{@code ends}</td><td>{@code driver_ohm} before each word line, {@code sense_ohm} behind
 *     each bit line</td></tr>
 * <tr><td>{@code adc}</td><td>of the converters behind pairs of bit lines; its kind is that of the
 *     target</td></tr>
 * <tr><td>{@code converters}</td><td>what they take, see {@link ConverterCosts}</td></tr>
 * </table>
 */
final class Cards {
  private final List<Model> models;

  private Cards(List<Model> models) {
    this.models = models;
  }

  /** What {@code target} says. */
  static Cards of(Target target) {
    Settings s = new Settings(target.settings());
    Map<String, Double> ends =
        Map.of(
            "driver_ohm", s.number("lines.driver", "ohm"),
            "sense_ohm", s.number("lines.sense", "ohm"));
    return new Cards(
        List.of(
            new Model("cell", kind(s), cell(target)),
            new Model("ends", "converters", ends),
            new Model("adc", s.word("adc.kind"), adc(s)),
            new Model("converters", "costs", ConverterCosts.of(s))));
  }

  private static Map<String, Double> adc(Settings s) {
    return Map.of(
        "mismatch", s.number("adc.mismatch", "%") / 100,
        "offset_codes", s.number("adc.offset", ""),
        "shared_by", s.number("adc.shared_by", ""));
  }

  /** A constant spread is that of any resistor. */
  private static String kind(Settings s) {
    String spread = s.word("cell.spread").replace('_', '-');
    return spread.equals("constant") ? "resistive" : spread;
  }

  private static Map<String, Double> cell(Target target) {
    Settings s = new Settings(target.settings());
    Map<String, Double> card = new TreeMap<>();
    card.put("least_siemens", s.least("cell.g", "uS") / 1e6);
    card.put("greatest_siemens", s.most("cell.g", "uS") / 1e6);
    card.put("prog_sigma", s.number("cell.prog_sigma", "%") / 100);
    card.put("read_sigma", s.number("cell.read_sigma", "%") / 100);
    card.put("drift", s.number("cell.drift", ""));
    card.put("age_s", s.number("age", "s"));
    card.put("drift_gain", s.isTrue("drift_gain") ? 1.0 : 0);
    card.put("curvature_per_v2", s.number("cell.nonlinearity", "V^-2"));
    card.put("level_siemens", leastStep(CrossbarSettings.of(target).cell()));
    card.put("kelvin", s.number("technology.temperature", "K"));
    card.put("tcr_per_k", s.number("cell.tcr", "K^-1"));
    putStuck(card, s.word("cell.kind"), s.number("cell.stuck", "%") / 100);
    return card;
  }

  /** Between the two neighbouring levels that are nearest to each other, in siemens. */
  private static double leastStep(CrosspointCell cell) {
    return IntStream.range(1, cell.levels())
        .mapToDouble(level -> Math.abs(cell.siemens(level) - cell.siemens(level - 1)))
        .min()
        .orElse(0);
  }

  /** A via is missing or not; what is programmed sticks at either end as often. */
  private static void putStuck(Map<String, Double> card, String kind, double stuck) {
    boolean isDrawn = kind.equals("via_rom");
    card.put("stuck_open", isDrawn ? stuck : 0);
    card.put("stuck_low", isDrawn ? 0 : stuck / 2);
    card.put("stuck_high", isDrawn ? 0 : stuck / 2);
  }

  /** {@code drawn} with these cards instead of its own. */
  ElectricalNetlist on(ElectricalNetlist drawn) {
    Circuit<ElectricalDevice> c = drawn.circuit();
    return new ElectricalNetlist(new Circuit<>(c.name(), models, c.cells(), c.top()));
  }
}
