package pnnc.frontend.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.process.Connection;
import pnnc.base.process.DeviceRule;
import pnnc.base.process.Mask;
import pnnc.base.process.ProcessRules;
import pnnc.base.process.Purpose;
import pnnc.base.process.Rule;

/**
 * A technology of the schemas in {@code std.tech.process} as layouts see it, all lengths in whole
 * database units.
 */
public final class ProcessReader {
  private final ResolvedHardware technology;
  private final Resistances resistances;
  private final Dbu dbu;
  private final List<Rule> rules = new ArrayList<>();

  private ProcessReader(ResolvedHardware technology, ProcessCorner corner) {
    this.technology = technology;
    this.resistances = new Resistances(technology.fields(), corner);
    this.dbu = new Dbu(technology.fields().measure("dbu"));
  }

  /**
   * The layers, rules, connections and devices of {@code technology}, which was resolved without
   * errors.
   *
   * @throws DiagnosedException with every length that is no whole number of database units, or of
   *     the grid if that is none, and every number that a rule cannot have
   * @throws IllegalArgumentException if the technology has no {@code grid} and {@code dbu}, or an
   *     entry {@code layer} lacks its numbers
   */
  public static ProcessRules of(ResolvedHardware technology) {
    return of(technology, ProcessCorner.NOMINAL);
  }

  /** The same with the resistances of {@code corner}; see {@link #of(ResolvedHardware)}. */
  public static ProcessRules of(ResolvedHardware technology, ProcessCorner corner) {
    return new ProcessReader(technology, corner).read();
  }

  private ProcessRules read() {
    Fields fields = technology.fields();
    long grid = dbu.positive("grid", fields, "grid");
    List<Mask> masks = new ArrayList<>();
    entries("layer").forEach((name, layer) -> masks.add(mask(name, layer)));
    new LayerRules(dbu, grid, source(fields, "grid", "grid"), rules).addAll(entries("layer"));
    List<Connection> connections = new ArrayList<>();
    entries("via").forEach((name, via) -> connections.add(cut(name, via)));
    entries("touch")
        .values()
        .forEach(t -> connections.add(new Connection.Touch(t.symbol("first"), t.symbol("second"))));
    new PairRules(dbu, rules).addAll(fields);
    List<DeviceRule> devices = new ArrayList<>();
    entries("element").forEach((name, element) -> devices.add(device(name, element)));
    dbu.throwIfFaulty();
    return new ProcessRules(
        technology.name(), fields.number("dbu", "nm"), grid, masks, rules, connections, devices);
  }

  private Map<String, Fields> entries(String kind) {
    return technology.fields().entries(kind);
  }

  private Mask mask(String name, Fields layer) {
    return new Mask(
        name,
        (int) layer.whole("number", ""),
        (int) layer.whole("datatype", ""),
        whole(layer, "label"),
        whole(layer, "pin"),
        Purpose.of(layer.symbol("purpose")).orElseThrow(IllegalArgumentException::new),
        resistances.sheet(layer));
  }

  private static OptionalInt whole(Fields layer, String field) {
    return layer.has(field) ? OptionalInt.of((int) layer.whole(field, "")) : OptionalInt.empty();
  }

  private Connection cut(String name, Fields via) {
    String cut = via.symbol("cut");
    Fields layer = entries("layer").get(cut);
    long size = layer.has("size") ? dbu.length("layer." + cut, layer, "size") : 0;
    return new Connection.Cut(
        name,
        cut,
        via.symbol("lower"),
        via.symbol("upper"),
        resistances.cut(via),
        pad("via." + name, via, "lower", size),
        pad("via." + name, via, "upper", size));
  }

  private long pad(String path, Fields via, String end, long size) {
    long around = size + 2 * dbu.length(path, via, end + "_enclosure");
    String said = end + "_pad";
    return via.has(said) ? Math.max(around, dbu.length(path, via, said)) : around;
  }

  private DeviceRule device(String name, Fields element) {
    return new DeviceRule(
        name,
        element.symbol("kind"),
        element.symbol("body"),
        layers(element, "inside"),
        layers(element, "outside"),
        layers(element, "terminals"),
        resistances.body(element));
  }

  private static List<String> layers(Fields element, String field) {
    return element.has(field)
        ? element.list(field).stream().map(v -> ((DataValue.Symbol) v).word()).toList()
        : List.of();
  }

  /** Where the values of {@code fields}' {@code names} are from, each source once. */
  static String sources(Fields fields, String otherwise, String... names) {
    return Stream.of(names)
        .filter(fields::has)
        .map(n -> source(fields, n, otherwise))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  /** Where the value of {@code field} is from; {@code otherwise} if nobody says. */
  static String source(Fields fields, String field, String otherwise) {
    return fields.find(field).flatMap(Resolved::provenance).map(p -> p.text()).orElse(otherwise);
  }
}
