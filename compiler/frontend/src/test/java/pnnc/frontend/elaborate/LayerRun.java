package pnnc.frontend.elaborate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkParser;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.ir.network.TensorWriter;
import pnnc.onnx.write.OnnxWriter;
import pnnc.sim.runtime.OnnxSession;
import pnnc.sim.runtime.SessionSettings;

/** Runs a {@link LayerCase}: the program and the reference on the same seeded inputs. */
final class LayerRun {
  private final LayerCase layer;
  private final Map<String, Long> sizes;
  private final Map<String, Tensor> inputs = new LinkedHashMap<>();
  private final Map<String, Tensor> weights = new LinkedHashMap<>();

  LayerRun(LayerCase layer, Map<String, Long> sizes) {
    this.layer = layer;
    this.sizes = sizes;
    SplittableRandom random = new SplittableRandom(layer.title().hashCode());
    for (LayerCase.Input input : layer.inputs()) {
      Map<String, Tensor> target = input.isWeight() ? weights : inputs;
      String name = input.isWeight() ? input.name().substring(2) : input.name();
      target.put(name, random(input, random));
    }
  }

  private Tensor random(LayerCase.Input input, SplittableRandom random) {
    long[] shape = input.dimensions().stream().mapToLong(this::size).toArray();
    ElementType type = ElementType.ofWord(input.element()).orElseThrow();
    TensorWriter writer = new TensorWriter(type, Shape.of(shape));
    int count = (int) Shape.of(shape).elements().orElseThrow();
    for (int i = 0; i < count; i++) {
      double value = input.low() + (input.high() - input.low()) * random.nextDouble();
      if (type.isFloat()) {
        writer.put(i, value);
      } else {
        writer.put(i, (long) Math.floor(value));
      }
    }
    return writer.build();
  }

  private long size(String dimension) {
    return sizes.containsKey(dimension) ? sizes.get(dimension) : Long.parseLong(dimension);
  }

  /** Both give the same, up to rounding in the order of the output's largest element. */
  void check() {
    Map<String, Tensor> everything = new LinkedHashMap<>(inputs);
    weights.forEach((name, tensor) -> everything.put("w." + name, tensor));
    Map<String, Tensor> expected = run(NetworkParser.parse("case", layer.network()), everything);
    Map<String, Tensor> found = run(program(), inputs);
    for (String output : layer.outputs()) {
      same(output, expected.get(output), found.get(output));
    }
  }

  private Network program() {
    Diagnostics diagnostics = new Diagnostics();
    var network = Programs.network(layer.source(), MemoryWeights.files(weights), diagnostics);
    assertThat(Programs.text(diagnostics)).as(layer.source()).isEmpty();
    return network.orElseThrow();
  }

  private static Map<String, Tensor> run(Network network, Map<String, Tensor> inputs) {
    try (OnnxSession session =
        OnnxSession.open(OnnxWriter.toBytes(network), SessionSettings.PLAIN)) {
      Map<String, Tensor> wanted = new LinkedHashMap<>(inputs);
      wanted.keySet().retainAll(session.inputNames());
      return session.run(wanted);
    }
  }

  private void same(String output, Tensor expected, Tensor found) {
    assertThat(found.type()).as("%s of %s", output, layer).isEqualTo(expected.type());
    assertThat(found.shape()).as("%s of %s %s", output, layer, sizes).isEqualTo(expected.shape());
    double[] a = TensorElements.of(expected).toDoubles();
    double[] b = TensorElements.of(found).toDoubles();
    double largest = 0;
    for (double v : a) {
      largest = Math.max(largest, Math.abs(v));
    }
    double allowed = tolerance(expected.type()) * Math.max(largest, 1e-3);
    for (int i = 0; i < a.length; i++) {
      boolean isNear = Double.compare(a[i], b[i]) == 0 || Math.abs(a[i] - b[i]) <= allowed;
      String what = "%s[%d] of %s %s: %s, not %s".formatted(output, i, layer, sizes, b[i], a[i]);
      assertThat(isNear).as(what).isTrue();
    }
  }

  private static double tolerance(ElementType type) {
    return switch (type) {
      case F64 -> 1e-12;
      case F32 -> 1e-5;
      case F16 -> 4e-3;
      default -> 0;
    };
  }
}
