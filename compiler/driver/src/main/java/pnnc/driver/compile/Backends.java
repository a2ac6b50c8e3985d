package pnnc.driver.compile;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import pnnc.backend.Backend;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
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

  /**
   * The backend called {@code name}.
   *
   * @throws DiagnosedException if there is none
   */
  public Backend require(String name) {
    Backend backend = byName.get(name);
    if (backend == null) {
      String known =
          byName.isEmpty()
              ? Placement.HOST
              : Placement.HOST + ", " + String.join(", ", byName.keySet());
      throw new DiagnosedException(DiagnosticCode.TARGET_UNKNOWN.error(name, known));
    }
    return backend;
  }
}
