package pnnc.driver;

import java.nio.file.Path;
import java.time.Duration;
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
 * @param runLimit what one run of a model on one sample may take, above 0
 */
public record Settings(
    int threads, long seed, SortedMap<String, Long> dims, Optional<Path> cache, Duration runLimit) {
  /** What one run may take if nobody says otherwise: far more than any real sample needs. */
  public static final Duration RUN_LIMIT = Duration.ofMinutes(10);

  public Settings {
    if (runLimit.isNegative() || runLimit.isZero()) {
      throw new IllegalArgumentException("run limit: " + runLimit);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads: " + threads);
    }
    dims = Collections.unmodifiableSortedMap(new TreeMap<>(dims));
  }

  /** Settings with the usual limit of a run. */
  public Settings(int threads, long seed, SortedMap<String, Long> dims, Optional<Path> cache) {
    this(threads, seed, dims, cache, RUN_LIMIT);
  }

  /** These settings with another limit of a run. */
  public Settings withRunLimit(Duration other) {
    return new Settings(threads, seed, dims, cache, other);
  }

  /** These settings with other sizes of dimensions. */
  public Settings withDims(Map<String, Long> other) {
    return new Settings(threads, seed, new TreeMap<>(other), cache, runLimit);
  }

  /** One thread, seed 0, no sizes, no cache. */
  public static Settings defaults() {
    return new Settings(1, 0, new TreeMap<>(Map.of()), Optional.empty());
  }
}
