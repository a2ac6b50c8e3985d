package pnnc.driver.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkPrinter;
import pnnc.ir.network.NetworkVerifier;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.onnx.read.OnnxReader;
import pnnc.onnx.tensor.ExternalData;
import pnnc.onnx.write.OnnxWriter;
import pnnc.sim.runtime.OnnxSession;
import pnnc.sim.runtime.SessionSettings;

/**
 * Sends made-up models down every road and compares with ONNX Runtime on the untouched model. A
 * model that ONNX Runtime refuses proves nothing and is counted apart, and so is one whose result
 * overflows there: ONNX Runtime's Softplus inside a GRU does so where the operator does not.
 */
final class Sweep {
  private final double tolerance;
  private final Map<String, Integer> ran = new TreeMap<>();
  private final Map<String, Integer> blocks = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private final Map<String, String> refused = new TreeMap<>();

  Sweep(double tolerance) {
    this.tolerance = tolerance;
  }

  /** Models that ran, by title. */
  Map<String, Integer> ran() {
    return ran;
  }

  /** Models in which a linear block was found, by title. */
  Map<String, Integer> blocks() {
    return blocks;
  }

  /** What went wrong, with the model and its seed. */
  List<String> failures() {
    return failures;
  }

  /** The last thing ONNX Runtime said against a model of a title. */
  Map<String, String> refused() {
    return refused;
  }

  int total() {
    return ran.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** One model: {@code recipe}'s, with up to {@code longest} operators behind it. */
  void add(String title, Function<Sketch, Value> recipe, int opset, long seed, int longest) {
    Sketch s = new Sketch(opset, seed);
    Value y = recipe.apply(s);
    for (int i = s.pick(0, longest); i > 0; i--) {
      y = SurroundingSketches.follow(s, y);
    }
    s.output(s.op("Identity", y));
    String name = "%s, opset %d, seed %d".formatted(title, opset, seed);
    run(title, name, s.network(), s.data());
  }

  /** One model as it is. */
  void run(String title, String name, Network network, Map<String, Tensor> data) {
    byte[] original = OnnxWriter.toBytes(network);
    Optional<Map<String, Tensor>> expected = reference(title, name, original, data);
    if (expected.isEmpty()) {
      return;
    }
    ran.merge(title, 1, Integer::sum);
    Network read =
        OnnxReader.read(ByteSource.of(name, original), ExternalData.NONE, new Diagnostics());
    compare(
        "export",
        name,
        network,
        expected.get(),
        data,
        () -> Road.session(Road.encoded(verified(read))));
    compare(
        "passes",
        name,
        network,
        expected.get(),
        data,
        () -> Road.session(Road.encoded(Road.normalised(read, name))));
    int found =
        compare(
            "blocks",
            name,
            network,
            expected.get(),
            data,
            () -> Road.twin(Road.normalised(read, name)));
    blocks.merge(title, found > 0 ? 1 : 0, Integer::sum);
  }

  private static Network verified(Network network) {
    NetworkVerifier.check(network, "reader");
    return network;
  }

  private Optional<Map<String, Tensor>> reference(
      String title, String name, byte[] original, Map<String, Tensor> data) {
    try (OnnxSession session = OnnxSession.open(original, SessionSettings.PLAIN)) {
      Map<String, Tensor> results = session.run(data);
      if (results.values().stream().allMatch(Closeness::isFinite)) {
        return Optional.of(results);
      }
      refused.put(title, name + ": its own result overflows");
      return Optional.empty();
    } catch (DiagnosedException e) {
      refused.put(title, name + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private int compare(
      String road,
      String name,
      Network network,
      Map<String, Tensor> expected,
      Map<String, Tensor> data,
      Supplier<Road.Ready> open) {
    try (Road.Ready ready = open.get()) {
      Map<String, Tensor> found = ready.run(data);
      expected.forEach(
          (output, tensor) ->
              Closeness.relative(found.get(output), tensor, tolerance)
                  .ifPresent(d -> fail(road, name, output + ": " + d, network)));
      return ready.blocks();
    } catch (RuntimeException e) {
      fail(road, name, e.toString().lines().findFirst().orElse("failed"), network);
      return 0;
    }
  }

  private void fail(String road, String name, String what, Network network) {
    failures.add("%s, %s: %s%n%s".formatted(name, road, what, NetworkPrinter.print(network)));
  }
}
