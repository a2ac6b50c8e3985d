package pnnc.ir.circuit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import pnnc.ir.circuit.Difference.Kind;

/**
 * Compares two circuits cell by cell, devices by name, nets by what they connect. Circuits with
 * different hierarchies are flattened first.
 */
public final class CircuitDiff {
  private final Circuit<?> expected;
  private final Circuit<?> found;
  private final Tolerance tolerance;
  private final List<Difference> differences = new ArrayList<>();

  private CircuitDiff(Circuit<?> expected, Circuit<?> found, Tolerance tolerance) {
    this.expected = expected;
    this.found = found;
    this.tolerance = tolerance;
  }

  /** What is not in {@code found} as in {@code expected}; empty if they are the same. */
  public static List<Difference> differences(
      Circuit<?> expected, Circuit<?> found, Tolerance tolerance) {
    CircuitDiff diff = new CircuitDiff(expected, found, tolerance);
    diff.circuit();
    return List.copyOf(diff.differences);
  }

  private void circuit() {
    if (!expected.top().equals(found.top())) {
      add(
          Kind.STRUCTURE,
          "",
          "the top cell is `%s`, expected `%s`".formatted(found.top(), expected.top()));
    }
    models();
    Map<String, Cell<?>> rest = new LinkedHashMap<>();
    found.cells().forEach(c -> rest.put(c.name(), c));
    for (Cell<?> a : expected.cells()) {
      Cell<?> b = rest.remove(a.name());
      if (b == null) {
        add(Kind.MISSING, a.name(), "the cell is missing");
      } else {
        cell(a, b);
      }
    }
    rest.keySet().forEach(name -> add(Kind.UNEXPECTED, name, "an unexpected cell"));
  }

  private void models() {
    Set<String> names = new TreeSet<>();
    expected.models().forEach(m -> names.add(m.name()));
    found.models().forEach(m -> names.add(m.name()));
    for (String name : names) {
      boolean inExpected = expected.model(name).isPresent();
      if (inExpected && found.model(name).isPresent()) {
        model(expected.model(name).get(), found.model(name).get());
      } else if (inExpected) {
        add(Kind.MISSING, "", "model `%s` is missing".formatted(name));
      } else {
        add(Kind.UNEXPECTED, "", "an unexpected model `%s`".formatted(name));
      }
    }
  }

  private void model(Model a, Model b) {
    boolean same =
        a.kind().equals(b.kind()) && a.parameters().keySet().equals(b.parameters().keySet());
    if (!same) {
      add(Kind.STRUCTURE, "", "model `%s` is of another kind".formatted(a.name()));
      return;
    }
    a.parameters()
        .forEach(
            (key, value) -> {
              double other = b.parameters().get(key);
              if (!tolerance.accepts(value, other, "")) {
                String what = "%s of model `%s` is %s, expected %s";
                add(Kind.PARAMETER, "", what.formatted(key, a.name(), other, value));
              }
            });
  }

  private void cell(Cell<?> a, Cell<?> b) {
    ports(a, b);
    NetMatching nets = new NetMatching(a.name());
    Set<Port> common = new HashSet<>(a.ports());
    common.retainAll(b.ports());
    a.ports().stream().filter(common::contains).forEach(p -> nets.port(p.name()));
    DeviceDiff devices = new DeviceDiff(a.name(), tolerance);
    devices.compare(
        a.contents().toList(),
        b.contents().toList(),
        (x, y) -> nets.device(x.name(), Terminal.of(x, expected), Terminal.of(y, found)));
    differences.addAll(devices.differences());
    differences.addAll(nets.differences());
  }

  private void ports(Cell<?> a, Cell<?> b) {
    for (Port port : a.ports()) {
      if (!b.ports().contains(port)) {
        add(Kind.MISSING, a.name(), "port `%s` is missing or another".formatted(port.name()));
      }
    }
    for (Port port : b.ports()) {
      if (!a.ports().contains(port)) {
        add(Kind.UNEXPECTED, a.name(), "unexpected port `%s`".formatted(port.name()));
      }
    }
    if (a.ports().size() == b.ports().size()
        && a.ports().containsAll(b.ports())
        && !a.ports().equals(b.ports())) {
      add(Kind.STRUCTURE, a.name(), "the ports are in another order");
    }
  }

  private void add(Kind kind, String cell, String what) {
    differences.add(new Difference(kind, cell, "", what));
  }
}
