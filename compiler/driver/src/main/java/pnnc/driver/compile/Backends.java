package pnnc.driver.compile;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import pnnc.backend.Backend;
import pnnc.backend.Target;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.diagnostics.Suggestion;
import pnnc.base.process.ProcessRules;
import pnnc.driver.Corner;
import pnnc.driver.hardware.HardwareReader;
import pnnc.frontend.hardware.DataValue;
import pnnc.frontend.hardware.ProcessReader;
import pnnc.frontend.hardware.ResolvedHardware;
import pnnc.frontend.hardware.ResolvedTarget;
import pnnc.passes.partition.Placement;

/** The backends on the class path, by name. */
public final class Backends {
  private final Map<String, Backend> byName;

  private Backends(Map<String, Backend> byName) {
    this.byName = Collections.unmodifiableMap(byName);
  }

  /** What {@link ServiceLoader} finds. */
  public static Backends installed() {
    return of(ServiceLoader.load(Backend.class));
  }

  /** Just these. */
  public static Backends of(Iterable<Backend> backends) {
    Map<String, Backend> byName = new TreeMap<>();
    backends.forEach(b -> byName.put(b.name(), b));
    return new Backends(byName);
  }

  /** All of them, sorted by name. */
  public Collection<Backend> all() {
    return byName.values();
  }

  /** The backend called {@code name}. */
  public Optional<Backend> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * The backend that draws {@code target}, and what it makes of it.
   *
   * @param target what {@code -t} says
   * @param overrides by dotted path
   * @throws DiagnosedException if there is no such target, it has faults, or no backend is for it
   */
  public Chosen choose(String target, Map<String, String> overrides) {
    return choose(target, overrides, Corner.NOMINAL);
  }

  /** The same at a corner of the target's technology; a target without one has no other. */
  Chosen choose(String target, Map<String, String> overrides, Corner corner) {
    Diagnostics faults = new Diagnostics();
    HardwareReader reader = new HardwareReader(faults);
    Optional<ResolvedTarget> written = reader.find(target, at(corner, overrides));
    requireCorner(target, written, corner);
    Backend backend =
        written.isPresent()
            ? forKind(target, written.get())
            : find(target).orElseThrow(() -> unknown(target, reader));
    Target made =
        backend.target(
            written.map(ResolvedTarget::settings).orElse(overrides),
            written.flatMap(t -> process(t, corner)),
            faults);
    faults.throwIfErrors();
    return new Chosen(backend, made, written.map(ResolvedTarget::limits).orElse(List.of()));
  }

  private static Map<String, String> at(Corner corner, Map<String, String> overrides) {
    Map<String, String> all = new TreeMap<>(overrides);
    corner.kelvin().ifPresent(k -> all.put("technology.temperature", k + " K"));
    return all;
  }

  private static void requireCorner(
      String target, Optional<ResolvedTarget> written, Corner corner) {
    if (corner != Corner.NOMINAL && written.flatMap(Backends::technology).isEmpty()) {
      throw new DiagnosedException(DiagnosticCode.CORNER_MISSING.error(target, corner.word()));
    }
  }

  private static Optional<ResolvedHardware> technology(ResolvedTarget target) {
    return target
        .fields()
        .find("technology")
        .filter(t -> t.value() instanceof DataValue.Part)
        .map(t -> ((DataValue.Part) t.value()).hardware());
  }

  private static Optional<ProcessRules> process(ResolvedTarget target, Corner corner) {
    return technology(target).map(t -> ProcessReader.of(t, corner.process()));
  }

  /** A backend, the target that it is to draw, and what that must keep to. */
  public record Chosen(Backend backend, Target target, List<ResolvedTarget.Limit> limits) {
    public Chosen {
      limits = List.copyOf(limits);
    }
  }

  /** A target follows a schema, whose last word is the backend's name. */
  private Backend forKind(String name, ResolvedTarget target) {
    String schema = target.hardware().schema().orElse("target without a schema");
    String kind = schema.substring(schema.lastIndexOf('.') + 1).replace('_', '-');
    return find(kind)
        .orElseThrow(
            () ->
                new DiagnosedException(
                    DiagnosticCode.BACKEND_MISSING.error(
                        name, schema, byName.isEmpty() ? "none" : names(byName.keySet()))));
  }

  private DiagnosedException unknown(String name, HardwareReader reader) {
    Set<String> known = new LinkedHashSet<>();
    known.add(Placement.HOST);
    known.addAll(reader.readyMade().targets().keySet());
    known.addAll(byName.keySet());
    Diagnostic fault = DiagnosticCode.TARGET_UNKNOWN.error(name, names(known));
    return new DiagnosedException(
        Suggestion.closest(name, known)
            .map(k -> fault.help("did you mean `%s`?".formatted(k)))
            .orElse(fault));
  }

  private static String names(Set<String> names) {
    return String.join(", ", names);
  }
}
