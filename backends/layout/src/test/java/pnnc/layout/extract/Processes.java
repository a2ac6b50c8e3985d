package pnnc.layout.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import pnnc.base.process.Connection;
import pnnc.base.process.DeviceRule;
import pnnc.base.process.Mask;
import pnnc.base.process.ProcessRules;
import pnnc.base.process.Purpose;
import pnnc.layout.model.Layer;

/** A small process with one of everything: transistors, memories in vias, resistors. */
final class Processes {
  static final List<String> MASKS =
      List.of("met1", "via", "met2", "poly", "diff", "well", "mem", "licon", "mark");
  static final Layer MET1 = layer("met1");
  static final Layer VIA = layer("via");
  static final Layer MET2 = layer("met2");
  static final Layer POLY = layer("poly");
  static final Layer DIFF = layer("diff");
  static final Layer MEM = layer("mem");
  static final Layer MARK = layer("mark");
  static final Layer LICON = layer("licon");
  static final Layer WELL = layer("well");

  private Processes() {}

  static Layer layer(String mask) {
    return new Layer(10 + MASKS.indexOf(mask), 0);
  }

  static Layer label(Layer layer) {
    return new Layer(layer.number(), 5);
  }

  static ProcessRules small() {
    List<Connection> connections =
        List.of(
            cut("via", "met1", "met2", 4.5),
            cut("licon", "poly", "met1", 100),
            cut("licon", "diff", "met1", 150));
    List<DeviceRule> devices =
        List.of(
            device("fet", "poly", List.of("diff"), List.of("well", "mark"), "diff", "poly", "diff"),
            device("memory", "via", List.of("mem"), List.of(), "met1", "met2"),
            device("resistor", "poly", List.of("mark"), List.of(), "poly", "poly"));
    return with(MASKS, connections, devices);
  }

  static Connection cut(String cut, String lower, String upper, double ohms) {
    return new Connection.Cut(cut + lower, cut, lower, upper, OptionalDouble.of(ohms), 0, 0);
  }

  static DeviceRule device(
      String name, String body, List<String> inside, List<String> outside, String... terminals) {
    return new DeviceRule(
        name, "device", body, inside, outside, List.of(terminals), OptionalDouble.empty());
  }

  static ProcessRules with(
      List<String> names, List<Connection> connections, List<DeviceRule> devices) {
    List<Mask> masks = new ArrayList<>();
    for (String name : names) {
      masks.add(
          new Mask(
              name,
              10 + names.indexOf(name),
              0,
              OptionalInt.of(5),
              OptionalInt.of(16),
              Purpose.CONDUCTOR,
              OptionalDouble.of(0.1)));
    }
    return new ProcessRules("small", 1, 1, masks, List.of(), connections, devices);
  }
}
