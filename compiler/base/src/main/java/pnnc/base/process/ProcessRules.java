package pnnc.base.process;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A process as layouts see it.
 *
 * @param name of the technology
 * @param nanometresPerDbu size of a database unit, positive
 * @param grid on which all corners lie, in dbu, at least 1
 * @param masks each name once
 * @param rules in the order in which the process names its layers
 * @param connections what joins layers
 * @param devices what interrupts them
 */
public record ProcessRules(
    String name,
    double nanometresPerDbu,
    long grid,
    List<Mask> masks,
    List<Rule> rules,
    List<Connection> connections,
    List<DeviceRule> devices) {
  public ProcessRules {
    masks = List.copyOf(masks);
    rules = List.copyOf(rules);
    connections = List.copyOf(connections);
    devices = List.copyOf(devices);
    if (!(nanometresPerDbu > 0) || Double.isInfinite(nanometresPerDbu) || grid < 1) {
      throw new IllegalArgumentException(
          "a grid of %d dbu of %s nm".formatted(grid, nanometresPerDbu));
    }
    Map<String, Mask> known = byName(masks);
    rules.forEach(r -> requireKnown(known, r, r.layers()));
    connections.forEach(c -> requireKnown(known, c, c.layers()));
    devices.forEach(d -> requireKnown(known, d, d.layers()));
  }

  private static Map<String, Mask> byName(List<Mask> masks) {
    Map<String, Mask> all = new LinkedHashMap<>();
    for (Mask mask : masks) {
      if (all.put(mask.name(), mask) != null) {
        throw new IllegalArgumentException("two masks called " + mask.name());
      }
    }
    return Collections.unmodifiableMap(all);
  }

  private static void requireKnown(Map<String, Mask> known, Object who, List<String> layers) {
    for (String layer : layers) {
      if (!known.containsKey(layer)) {
        throw new IllegalArgumentException("%s names no mask: %s".formatted(layer, who));
      }
    }
  }

  /**
   * The mask called {@code name}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Mask mask(String name) {
    return masks.stream()
        .filter(m -> m.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no mask called " + name));
  }

  /** The rules of one kind, in order. */
  public <R extends Rule> List<R> rules(Class<R> kind) {
    return rules.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
