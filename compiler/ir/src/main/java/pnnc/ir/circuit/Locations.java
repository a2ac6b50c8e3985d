package pnnc.ir.circuit;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where devices are, kept beside a netlist: netlists are compared by meaning, and messages still
 * know the place.
 *
 * @param byDevice by cell, then by device or instance
 */
public record Locations(Map<String, Map<String, Location>> byDevice) {
  /** Nothing is known. */
  public static final Locations NONE = new Locations(Map.of());

  public Locations {
    TreeMap<String, Map<String, Location>> copy = new TreeMap<>();
    byDevice.forEach(
        (cell, map) -> copy.put(cell, Collections.unmodifiableMap(new TreeMap<>(map))));
    byDevice = Collections.unmodifiableMap(copy);
  }

  /** Where {@code device} of {@code cell} is. */
  public Optional<Location> find(String cell, String device) {
    return Optional.ofNullable(byDevice.getOrDefault(cell, Map.of()).get(device));
  }

  /** Collects locations. Not thread-safe. */
  public static final class Builder {
    private final Map<String, Map<String, Location>> byDevice = new TreeMap<>();

    public Builder put(String cell, String device, Location location) {
      byDevice.computeIfAbsent(cell, c -> new TreeMap<>()).put(device, location);
      return this;
    }

    public Locations build() {
      return new Locations(byDevice);
    }
  }
}
