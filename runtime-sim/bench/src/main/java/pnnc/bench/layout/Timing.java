package pnnc.bench.layout;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Medians of seconds. */
final class Timing {
  private Timing() {}

  /** The median of {@code runs} after {@code warmUps} that do not count. */
  static double median(int warmUps, int runs, Callable<?> work) throws Exception {
    for (int i = 0; i < warmUps; i++) {
      work.call();
    }
    double[] seconds = new double[runs];
    for (int i = 0; i < runs; i++) {
      long start = System.nanoTime();
      Object kept = work.call();
      seconds[i] = (System.nanoTime() - start) * 1e-9;
      if (kept == null) {
        throw new IllegalStateException("nothing was made");
      }
    }
    Arrays.sort(seconds);
    return seconds[runs / 2];
  }

  /**
   * Runs all cases of a JMH benchmark, each in a JVM of its own.
   *
   * @param folder the value of its parameter {@code folder}
   * @return seconds by the values of the other parameters, in the order of their names, and the
   *     method: {@code GRID write}
   */
  static Map<String, Double> medians(Class<?> benchmark, Path folder) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(benchmark.getName()) + "\\.")
            .param("folder", folder.toString())
            .timeUnit(TimeUnit.SECONDS)
            .shouldFailOnError(true)
            .build();
    Map<String, Double> seconds = new TreeMap<>();
    for (RunResult result : new Runner(options).run()) {
      double median = result.getPrimaryResult().getStatistics().getPercentile(50);
      seconds.put(name(result.getParams()), median);
    }
    return seconds;
  }

  private static String name(BenchmarkParams of) {
    StringBuilder name = new StringBuilder();
    for (String key : of.getParamsKeys()) {
      if (!key.equals("folder")) {
        name.append(of.getParam(key)).append(' ');
      }
    }
    String method = of.getBenchmark();
    return name.append(method.substring(method.lastIndexOf('.') + 1)).toString();
  }
}
