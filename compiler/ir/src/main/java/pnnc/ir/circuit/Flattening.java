package pnnc.ir.circuit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Replaces every instance by what its cell holds:
 *
 * <pre>{@code
 * cell t { port a … resistor R a=a b=n }     becomes     cell top { resistor i/R a=x b=i/n }
 * cell top { instance i of=t nets=[x] }
 * }</pre>
 *
 * <p>Requires a circuit without faults. Ensures one cell without instances.
 */
public final class Flattening<D extends Device> {
  /** Names get longer with every level, and no layout has so many. */
  private static final int DEEPEST = 1000;

  /** A use of a cell; {@code outer} maps its ports to nets of the top. */
  private record Use<D extends Device>(
      Cell<D> cell, String prefix, Map<String, String> outer, int depth) {
    String net(String inner) {
      String mapped = outer.get(inner);
      return mapped == null ? prefix + inner : mapped;
    }
  }

  /** An instance that is still to be opened. */
  private record Pending<D extends Device>(Instance instance, Use<D> place) {}

  private final Circuit<D> circuit;
  private final Dialect<D> dialect;
  private final int most;
  private final List<D> devices = new ArrayList<>();
  private final Deque<Pending<D>> pending = new ArrayDeque<>();
  private int instances;

  private Flattening(Circuit<D> circuit, Dialect<D> dialect, int most) {
    this.circuit = circuit;
    this.dialect = dialect;
    this.most = most;
  }

  /**
   * The circuit as one cell.
   *
   * @param most devices, and instances, that may come out: few nested cells can stand for billions
   * @throws IllegalArgumentException if the circuit has faults, more than {@code most} of either,
   *     or more than 1000 levels
   */
  public static <D extends Device> Circuit<D> flatten(
      Circuit<D> circuit, Dialect<D> dialect, int most) {
    List<Fault> faults = CircuitVerifier.check(circuit);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException("cannot flatten: " + faults.get(0).describe());
    }
    return new Flattening<>(circuit, dialect, most).run();
  }

  private Circuit<D> run() {
    Cell<D> top = circuit.cell(circuit.top()).orElseThrow();
    enter(new Use<>(top, "", Map.of(), 0));
    while (!pending.isEmpty()) {
      Pending<D> next = pending.pop();
      enter(use(next.instance(), next.place()));
    }
    Cell<D> flat = new Cell<>(top.name(), top.ports(), devices, List.of());
    return Circuit.flat(circuit.name(), circuit.models(), flat);
  }

  private void enter(Use<D> use) {
    for (D device : use.cell().devices()) {
      requireFewer(devices.size());
      Attributes attributes = device.attributes().mapNets(use::net);
      devices.add(dialect.rebuild(device, use.prefix() + device.name(), attributes));
    }
    for (Instance instance : use.cell().instances()) {
      requireFewer(instances++);
      pending.push(new Pending<>(instance, use));
    }
  }

  private Use<D> use(Instance instance, Use<D> place) {
    if (place.depth() == DEEPEST) {
      throw new IllegalArgumentException(
          "the hierarchy has more than %d levels".formatted(DEEPEST));
    }
    Cell<D> cell = circuit.cell(instance.cell()).orElseThrow();
    Map<String, String> outer = new HashMap<>();
    for (int i = 0; i < cell.ports().size(); i++) {
      outer.put(cell.ports().get(i).name(), place.net(instance.nets().get(i)));
    }
    return new Use<>(cell, place.prefix() + instance.name() + "/", outer, place.depth() + 1);
  }

  private void requireFewer(int count) {
    if (count >= most) {
      throw new IllegalArgumentException(
          "flattened, the circuit has more than %d parts".formatted(most));
    }
  }
}
