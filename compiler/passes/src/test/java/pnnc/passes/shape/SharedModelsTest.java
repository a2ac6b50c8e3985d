package pnnc.passes.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;
import pnnc.onnx.read.OnnxReader;
import pnnc.onnx.tensor.ExternalData;
import pnnc.passes.inline.InlineFunctions;
import pnnc.passes.pipeline.ConstantEvaluator;
import pnnc.passes.pipeline.PassContext;

/** What inference finds out about real models agrees with what they declare. */
class SharedModelsTest {
  private static final Path MODELS = Path.of(System.getProperty("pnnc.shared", ""), "models");

  @TestFactory
  Stream<DynamicTest> outputsAreAsDeclared() throws IOException {
    assumeTrue(Files.isDirectory(MODELS), "no shared models here: skipped");
    try (Stream<Path> folders = Files.list(MODELS)) {
      List<Path> models =
          folders.map(f -> f.resolve("model.onnx")).filter(Files::exists).sorted().toList();
      return models.stream()
          .filter(m -> !m.getParent().getFileName().toString().startsWith("unsupported"))
          .map(
              m -> DynamicTest.dynamicTest(m.getParent().getFileName().toString(), () -> check(m)));
    }
  }

  private static void check(Path model) throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    ByteSource bytes = ByteSource.of(model.toString(), Files.readAllBytes(model));
    Network declared = OnnxReader.read(bytes, ExternalData.NONE, diagnostics);
    PassContext context = new PassContext("model.onnx", diagnostics, ConstantEvaluator.NONE);
    Network forgetful = new InlineFunctions().run(withoutTypes(declared), context);
    Graph inferred = new InferTypes().run(forgetful, context).graph();
    assertThat(diagnostics.all()).isEmpty();
    for (Value output : inferred.outputs()) {
      agree(output, declared.graph().type(output), inferred.type(output));
    }
    report(model, inferred);
  }

  /** Only the inputs keep their types: nothing can be copied from the answer. */
  private static Network withoutTypes(Network network) {
    Graph graph = network.graph();
    java.util.Map<Value, ValueType> types = new java.util.LinkedHashMap<>(graph.types());
    types.keySet().retainAll(graph.inputs());
    return network.withGraph(
        new Graph(
            graph.name(),
            graph.inputs(),
            graph.outputs(),
            graph.constants(),
            graph.nodes(),
            types,
            graph.origins(),
            graph.unread()));
  }

  private static void agree(Value output, ValueType declared, ValueType inferred) {
    assertThat(inferred.element()).as("element of %s", output).isEqualTo(declared.element());
    Optional<Shape> wanted = declared.shape();
    if (wanted.isPresent()) {
      Shape found = inferred.shape().orElseThrow(() -> new AssertionError("no rank: " + output));
      assertThat(found.rank()).as("rank of %s", output).isEqualTo(wanted.get().rank());
      for (int i = 0; i < found.rank(); i++) {
        boolean bothKnown =
            found.dim(i).size().isPresent() && wanted.get().dim(i).size().isPresent();
        if (bothKnown) {
          assertThat(found.dim(i)).as("%s, axis %d", output, i).isEqualTo(wanted.get().dim(i));
        }
      }
    }
  }

  private static void report(Path model, Graph graph) {
    List<Value> computed =
        graph.nodes().stream().flatMap(n -> n.outputs().stream()).filter(Value::isPresent).toList();
    long known =
        computed.stream()
            .filter(v -> graph.type(v).shape().filter(Shape::isKnown).isPresent())
            .count();
    long ranked = computed.stream().filter(v -> graph.type(v).shape().isPresent()).count();
    System.out.printf(
        "%s: %d values, %d of known rank, %d of known shape%n",
        model.getParent().getFileName(), computed.size(), ranked, known);
    computed.stream()
        .filter(v -> graph.type(v).shape().isEmpty())
        .limit(5)
        .forEach(
            v ->
                System.out.println(
                    "   "
                        + v
                        + " by "
                        + graph.nodes().stream()
                            .filter(n -> n.outputs().contains(v))
                            .findFirst()
                            .get()));
  }
}
