package pnnc.driver.compile;

import java.util.LinkedHashMap;
import java.util.Map;

/** Wall-clock time by phase, for the report. */
final class PhaseTimes {
  /** What is timed. */
  @FunctionalInterface
  interface Phase<T, E extends Exception> {
    T run() throws E;
  }

  private final Map<String, Double> seconds = new LinkedHashMap<>();

  <T, E extends Exception> T measure(String name, Phase<T, E> phase) throws E {
    long start = System.nanoTime();
    try {
      return phase.run();
    } finally {
      add(name, start);
    }
  }

  private void add(String name, long start) {
    seconds.merge(name, Math.round((System.nanoTime() - start) / 1e6) / 1e3, Double::sum);
  }

  /** Seconds to the millisecond, in the order in which the phases first ran. */
  Map<String, Double> seconds() {
    return seconds;
  }
}
