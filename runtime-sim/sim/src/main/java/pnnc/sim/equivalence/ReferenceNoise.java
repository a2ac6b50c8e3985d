package pnnc.sim.equivalence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.ir.network.Tensor;
import pnnc.sim.runtime.OnnxSession;
import pnnc.sim.runtime.SessionSettings;
import pnnc.sim.runtime.SessionSettings.Optimization;

/**
 * How far ONNX Runtime is from itself when it runs a model in another way: with other optimisations
 * or more threads. What differs by no more than that cannot be blamed on anybody else.
 *
 * @param maxAbs largest absolute difference by output; infinite where one run gives numbers and
 *     another does not
 */
public record ReferenceNoise(Map<String, Double> maxAbs) {
  /** The reference is taken to be exact. */
  public static final ReferenceNoise NONE = new ReferenceNoise(Map.of());

  private static final List<SessionSettings> VARIANTS =
      List.of(
          SessionSettings.DEFAULT.with(Optimization.NONE),
          SessionSettings.DEFAULT.with(Optimization.BASIC),
          SessionSettings.DEFAULT.with(Optimization.EXTENDED),
          SessionSettings.DEFAULT.withThreads(2));

  public ReferenceNoise {
    maxAbs = Collections.unmodifiableMap(new LinkedHashMap<>(maxAbs));
  }

  /** The noise of one output; 0 if it was not measured. */
  public double of(String output) {
    return maxAbs.getOrDefault(output, 0.0);
  }

  /** How a sample goes through a session. */
  public interface Runner {
    /** All outputs by name, from inputs by name. */
    Map<String, Tensor> run(OnnxSession session, Map<String, Tensor> inputs);
  }

  /** Runs {@code samples} through every variant, however long that takes. */
  public static ReferenceNoise measure(
      Function<SessionSettings, OnnxSession> reference, Iterable<Map<String, Tensor>> samples) {
    return measure(reference, OnnxSession::run, samples);
  }

  /**
   * Runs {@code samples} through every variant and compares with the default settings. A variant
   * that ONNX Runtime refuses is left out.
   *
   * @param reference opens the model; each session is closed again
   * @param runner runs a session, or throws when that takes too long
   * @param samples a few, by input; passed through once
   */
  public static ReferenceNoise measure(
      Function<SessionSettings, OnnxSession> reference,
      Runner runner,
      Iterable<Map<String, Tensor>> samples) {
    List<OnnxSession> variants = new ArrayList<>();
    try (OnnxSession usual = reference.apply(SessionSettings.DEFAULT)) {
      VARIANTS.forEach(settings -> open(reference, settings, variants));
      Map<String, Double> noise = new LinkedHashMap<>();
      for (Map<String, Tensor> sample : samples) {
        Map<String, Tensor> expected = runner.run(usual, sample);
        variants.forEach(variant -> add(expected, runner.run(variant, sample), noise));
      }
      return new ReferenceNoise(noise);
    } finally {
      variants.forEach(OnnxSession::close);
    }
  }

  private static void open(
      Function<SessionSettings, OnnxSession> reference,
      SessionSettings settings,
      List<OnnxSession> variants) {
    try {
      variants.add(reference.apply(settings));
    } catch (DiagnosedException refused) {
      // Some operators have kernels only in optimised form; the other variants still say something.
    }
  }

  private static void add(
      Map<String, Tensor> expected, Map<String, Tensor> found, Map<String, Double> noise) {
    expected.forEach(
        (name, tensor) -> {
          OutputComparison comparison = new OutputComparison(name);
          comparison.add(tensor, found.get(name));
          noise.merge(name, comparison.metrics().maxAbs(), Math::max);
        });
  }
}
