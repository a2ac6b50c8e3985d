package pnnc.driver;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What every action takes into account.
 *
 * @param threads how many may work at once, at least 1; changes no result
 * @param seed of everything random
 * @param dims sizes of symbolic dimensions, by name
 * @param cache folder for results worth keeping between runs; empty: keep none
 */
public record Settings(int threads, long seed, SortedMap<String, Long> dims, Optional<Path> cache) {
  public Settings {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: " + threads);
    }
    dims = Collections.unmodifiableSortedMap(new TreeMap<>(dims));
  }

  /** One thread, seed 0, no sizes, no cache. */
  public static Settings defaults() {
    return new Settings(1, 0, new TreeMap<>(Map.of()), Optional.empty());
  }
}
