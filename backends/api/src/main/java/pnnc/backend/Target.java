package pnnc.backend;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pnnc.base.process.ProcessRules;

/**
 * Hardware with all its choices made.
 *
 * @param backend {@link Backend#name} of the kind
 * @param name what the user calls it; the backend's name for a ready-made default
 * @param technology the process: layers, rules, devices
 * @param process the technology as layouts see it; empty for hardware without a written one
 * @param settings every field with its value, as text that {@link Backend#target} reads back
 */
public record Target(
    String backend,
    String name,
    String technology,
    Optional<ProcessRules> process,
    Map<String, String> settings) {
  public Target {
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }
}
