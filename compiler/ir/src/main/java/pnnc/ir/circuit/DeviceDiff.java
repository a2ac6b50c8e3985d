package pnnc.ir.circuit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import pnnc.ir.circuit.Difference.Kind;

/** Compares devices by name, but for the nets they are on. */
public final class DeviceDiff {
  private final String cell;
  private final AttributeDiff attributes;
  private final List<Difference> differences = new ArrayList<>();

  DeviceDiff(String cell, Tolerance tolerance) {
    this.cell = cell;
    this.attributes = new AttributeDiff(tolerance);
  }

  /** The differences of two lists of devices that are in no cell and on no nets. */
  public static List<Difference> differences(
      List<? extends Device> expected, List<? extends Device> found, Tolerance tolerance) {
    DeviceDiff diff = new DeviceDiff("", tolerance);
    diff.compare(expected, found, (a, b) -> {});
    return diff.differences();
  }

  /** The differences of what stands once in a netlist. */
  public static List<Difference> differences(
      Described<?> expected, Described<?> found, Tolerance tolerance) {
    DeviceDiff diff = new DeviceDiff("", tolerance);
    diff.parameters(expected.keyword(), expected.attributes().byKey(), found.attributes().byKey());
    return diff.differences();
  }

  List<Difference> differences() {
    return List.copyOf(differences);
  }

  /** Compares; {@code pair} is given every two devices of one name and kind. */
  void compare(
      List<? extends Device> expected,
      List<? extends Device> found,
      BiConsumer<Device, Device> pair) {
    Map<String, Device> rest = new LinkedHashMap<>();
    found.forEach(d -> rest.put(d.name(), d));
    for (Device a : expected) {
      Device b = rest.remove(a.name());
      if (b == null) {
        add(Kind.MISSING, a.name(), "the %s is missing".formatted(a.keyword()));
      } else if (sameKind(a, b)) {
        parameters(a.name(), a.attributes().byKey(), b.attributes().byKey());
        pair.accept(a, b);
      }
    }
    rest.values().forEach(b -> add(Kind.UNEXPECTED, b.name(), "an unexpected " + b.keyword()));
  }

  private boolean sameKind(Device expected, Device found) {
    boolean same = expected.keyword().equals(found.keyword());
    if (!same) {
      add(
          Kind.STRUCTURE,
          expected.name(),
          "is a %s, expected a %s".formatted(found.keyword(), expected.keyword()));
    }
    return same;
  }

  private void parameters(
      String device, Map<String, Attribute> expected, Map<String, Attribute> found) {
    expected.forEach(
        (key, a) -> {
          Attribute b = found.get(key);
          if (b == null) {
            add(Kind.STRUCTURE, device, key + " is not given");
          } else {
            attributes
                .compare(a, b)
                .ifPresent(what -> add(Kind.PARAMETER, device, key + glue(what)));
          }
        });
    found.keySet().stream()
        .filter(key -> !expected.containsKey(key))
        .forEach(key -> add(Kind.STRUCTURE, device, key + " is given unexpectedly"));
  }

  private static String glue(String what) {
    return what.startsWith("[") ? what : " " + what;
  }

  private void add(Kind kind, String device, String what) {
    differences.add(new Difference(kind, cell, device, what));
  }
}
