package pnnc.passes.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;
import pnnc.passes.inline.InlineFunctions;
import pnnc.passes.pipeline.ConstantEvaluator;
import pnnc.passes.pipeline.PassContext;
import pnnc.passes.shape.InferTypes;

/** What inference finds out about models agrees with what they declare. */
class SharedTypesTest {
  @TestFactory
  Stream<DynamicTest> everyValueOfARealModelHasARank() throws IOException {
    return SharedCase.below("models").stream()
        .map(c -> DynamicTest.dynamicTest(c.title(), () -> checkModel(c)));
  }

  private static void checkModel(SharedCase model) throws IOException {
    Network declared = model.network();
    Graph inferred = infer(SharedCase.withoutTypes(declared), declared);
    List<Value> computed =
        inferred.nodes().stream()
            .flatMap(n -> n.outputs().stream())
            .filter(Value::isPresent)
            .toList();
    assertThat(computed).allSatisfy(v -> assertThat(inferred.type(v).shape()).isPresent());
  }

  @Tag("slow")
  @Test
  void conformanceCasesHaveTheTypesTheyDeclare() throws IOException {
    int outputs = 0;
    long known = 0;
    for (SharedCase c : SharedCase.below("conformance")) {
      Network declared = c.withIntegersBound();
      Graph inferred = infer(SharedCase.withoutTypes(declared), declared);
      outputs += declared.graph().outputs().size();
      known += known(inferred);
    }
    // Not known: what depends on data (NonZero), and operators newer than opset 25.
    assertThat(known).as("outputs of known shape, of %d", outputs).isGreaterThan(outputs * 9 / 10);
  }

  private static long known(Graph graph) {
    return graph.outputs().stream()
        .filter(v -> graph.type(v).shape().filter(Shape::isKnown).isPresent())
        .count();
  }

  /** Infers, and compares with the declared outputs; inlining functions changes nothing. */
  private static Graph infer(Network bare, Network declared) {
    Diagnostics diagnostics = new Diagnostics();
    PassContext context = new PassContext("model.onnx", diagnostics, ConstantEvaluator.NONE);
    Graph called = new InferTypes().run(bare, context).graph();
    Graph inlined = new InferTypes().run(new InlineFunctions().run(bare, context), context).graph();
    assertThat(diagnostics.all()).isEmpty();
    for (Value output : declared.graph().outputs()) {
      assertThat(inlined.type(output)).isEqualTo(called.type(output));
      agree(output, declared.graph().type(output), inlined.type(output));
    }
    return inlined;
  }

  private static void agree(Value output, ValueType declared, ValueType inferred) {
    if (inferred instanceof ValueType.Unknown) {
      return;
    }
    assertThat(inferred.element()).as("element of %s", output).isEqualTo(declared.element());
    Optional<Shape> wanted = declared.shape();
    Optional<Shape> found = inferred.shape();
    if (wanted.isPresent() && found.isPresent()) {
      assertThat(found.get().rank()).as("rank of %s", output).isEqualTo(wanted.get().rank());
      for (int i = 0; i < found.get().rank(); i++) {
        agree(output, wanted.get().dim(i), found.get().dim(i));
      }
    }
  }

  private static void agree(Value output, Dim declared, Dim inferred) {
    if (declared.size().isPresent() && inferred.size().isPresent()) {
      assertThat(inferred).as("size of %s", output).isEqualTo(declared);
    }
  }
}
