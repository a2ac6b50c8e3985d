package pnnc.sim.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.ir.block.LinearBlock;
import pnnc.ir.block.LinearForm;
import pnnc.ir.block.Window;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.ir.network.ValueType;
import pnnc.kernels.parallel.Workers;
import pnnc.onnx.write.OnnxWriter;
import pnnc.sim.Graphs;
import pnnc.sim.Seeds;
import pnnc.sim.runtime.OnnxSession;
import pnnc.sim.runtime.SessionSettings;

/** What a linear block computes is what ONNX Runtime makes of the operator it came from. */
class LinearAgainstOnnxRuntimeTest {
  static LongStream seeds() {
    return Seeds.some(60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void convolutions(long seed) {
    RandomBlocks random = RandomBlocks.convolution(seed);
    Window window = ((LinearForm.Convolution) random.block().form()).window();
    assertAgrees(seed, random, with(Node.of("Conv", List.of(), Graphs.v("y")), window));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void transposedConvolutions(long seed) {
    RandomBlocks random = RandomBlocks.transposed(seed);
    LinearForm.TransposedConvolution form =
        (LinearForm.TransposedConvolution) random.block().form();
    Node node =
        with(Node.of("ConvTranspose", List.of(), Graphs.v("y")), form.window())
            .with("output_padding", ints(form.outputPadding()));
    assertAgrees(seed, random, node);
  }

  /** The odd element of the padding that an output size asks for. */
  @ParameterizedTest
  @CsvSource({"11, NOTSET", "12, NOTSET", "13, SAME_UPPER", "14, SAME_LOWER", "13, NOTSET"})
  void transposedConvolutionsOfAGivenSize(long size, String autoPad) {
    Random random = new Random(size);
    boolean same = !autoPad.equals("NOTSET");
    Window.Padding padding =
        same ? new Window.Padding.Same(autoPad.equals("SAME_UPPER")) : Window.Padding.none(1);
    Window window = new Window(List.of(4), List.of(2), List.of(1), padding);
    LinearForm.TransposedConvolution form =
        new LinearForm.TransposedConvolution(window, List.of(0), Optional.of(List.of(size)));
    Tensor weight = Seeds.floats(random, 2, 3, 4);
    LinearBlock block =
        LinearBlock.transposedConvolution("t", form, weight, 1, Optional.empty(), Optional.empty());
    Node node =
        with(Node.of("ConvTranspose", List.of(), Graphs.v("y")), window)
            .with("output_shape", Attribute.ofInts(size));
    assertAgrees(size, new RandomBlocks(block, weight, 1, Seeds.floats(random, 1, 2, 6)), node);
  }

  @Test
  void denseOverSeveralAxes() {
    Random random = new Random(3);
    Tensor weight = Seeds.floats(random, 37, 19);
    LinearBlock block = LinearBlock.dense("d", weight, Optional.empty(), Optional.empty());
    Node node = Node.of("MatMul", List.of(), Graphs.v("y"));
    assertAgrees(3, new RandomBlocks(block, weight, 1, Seeds.floats(random, 2, 3, 37)), node);
  }

  private static Node with(Node node, Window window) {
    Node shaped =
        node.with("kernel_shape", ints(window.kernel()))
            .with("strides", ints(window.strides()))
            .with("dilations", ints(window.dilations()));
    if (window.padding() instanceof Window.Padding.Explicit pads) {
      List<Integer> all = new ArrayList<>(pads.begin());
      all.addAll(pads.end());
      return shaped.with("pads", ints(all));
    }
    boolean upper = ((Window.Padding.Same) window.padding()).extraAtEnd();
    return shaped.with("auto_pad", Attribute.of(upper ? "SAME_UPPER" : "SAME_LOWER"));
  }

  private static Attribute ints(List<Integer> values) {
    return Attribute.ofInts(values.stream().map(Integer::longValue).toList());
  }

  private static void assertAgrees(long seed, RandomBlocks random, Node node) {
    Tensor found =
        new ExactLinearOperator(random.block(), Workers.SEQUENTIAL)
            .apply(List.of(random.input()))
            .get(0);
    Tensor expected = reference(random, node);
    assertThat(found.shape()).as("seed %d", seed).isEqualTo(expected.shape());
    double[] a = TensorElements.of(expected).toDoubles();
    double[] b = TensorElements.of(found).toDoubles();
    double worst = 0;
    for (int i = 0; i < a.length; i++) {
      worst = Math.max(worst, Math.abs(a[i] - b[i]));
    }
    assertThat(worst).as("seed %d, %s", seed, node).isLessThan(1e-4);
  }

  private static Tensor reference(RandomBlocks random, Node operator) {
    List<String> inputs = new ArrayList<>(List.of("x", "w"));
    Graphs graph =
        new Graphs()
            .in("x", ValueType.tensor(ElementType.F32, random.input().shape()))
            .constant("w", random.weight());
    random
        .block()
        .bias()
        .ifPresent(
            bias -> {
              graph.constant("b", bias);
              inputs.add("b");
            });
    Node node = operator.withInputs(Graphs.vs(inputs.toArray(String[]::new)));
    if (!node.is("MatMul")) {
      node = node.with("group", Attribute.of((long) random.groups()));
    }
    byte[] model = OnnxWriter.toBytes(Graphs.network(graph.node(node).out("y")));
    try (OnnxSession session = OnnxSession.open(model, SessionSettings.DEFAULT)) {
      return session.run(Map.of("x", random.input())).get("y");
    }
  }
}
