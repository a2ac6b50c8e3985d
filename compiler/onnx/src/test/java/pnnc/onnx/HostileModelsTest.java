package pnnc.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.diagnostics.Place;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Network;
import pnnc.ir.network.Tensor;
import pnnc.onnx.read.OnnxReader;
import pnnc.onnx.tensor.ExternalData;
import pnnc.onnx.wire.Fields;
import pnnc.onnx.wire.ReadLimits;
import pnnc.onnx.wire.WireMessage;
import pnnc.onnx.write.OnnxWriter;

/** Damaged and malicious files are refused in one line, in bounded time and memory. */
class HostileModelsTest {
  private static final ReadLimits SMALL = new ReadLimits(100, 8 << 20);

  @Test
  void twoThousandMutantsAreReadOrRefused() {
    mutate(2_000);
  }

  @Test
  @Tag("slow")
  void twentyThousandMutantsAreReadOrRefused() {
    mutate(20_000);
  }

  private static void mutate(int count) {
    long first = Long.parseLong(seedProperty("1"));
    List<byte[]> models = originals();
    for (int i = 0; i < count; i++) {
      long seed = first + i;
      byte[] mutant = Mutation.of(models, new Random(seed));
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(10), () -> readOrRefuse(mutant, seed), () -> "test.seed=" + seed);
    }
  }

  private static String seedProperty(String otherwise) {
    String seed = System.getProperty("test.seed", "");
    return seed.isEmpty() ? otherwise : seed;
  }

  /** What is accepted can be written and is then accepted again. */
  private static void readOrRefuse(byte[] mutant, long seed) {
    try {
      Network network =
          OnnxReader.read(Onnx.source(mutant), ExternalData.NONE, new Diagnostics(), SMALL);
      byte[] written = OnnxWriter.toBytes(network);
      assertThatCode(() -> Onnx.read(written)).as("test.seed=%d", seed).doesNotThrowAnyException();
    } catch (DiagnosedException e) {
      assertThat(e.diagnostics()).as("test.seed=%d", seed).isNotEmpty();
      assertThat(e.diagnostics()).allSatisfy(HostileModelsTest::isOneLine);
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("test.seed=" + seed, e);
    }
  }

  private static void isOneLine(Diagnostic diagnostic) {
    assertThat(diagnostic.code().id()).startsWith("PNN3");
    assertThat(diagnostic.place()).isPresent();
  }

  private static List<byte[]> originals() {
    return Stream.of(
            Onnx.model(Onnx.reluGraph()),
            Onnx.model(nested(3)),
            Onnx.model(3, 8, withWeights()),
            Onnx.model(10, 21, withWeights()).message(Fields.Model.FUNCTIONS, function()))
        .map(Onnx::bytes)
        .toList();
  }

  private static WireMessage withWeights() {
    WireMessage sparse =
        new WireMessage()
            .message(1, Onnx.initializer("s", Tensor.ofFloats(Shape.of(1), 5)))
            .message(2, Onnx.initializer("", Tensor.ofLongs(1)))
            .varint(3, 2);
    WireMessage varints =
        new WireMessage().varint(1, 2).varint(2, 3).bytes(5, ByteSource.of("", new byte[] {1, 2}));
    return Onnx.graph(
            Onnx.node("Constant", "_", "c").message(5, tensorAttribute()),
            Onnx.node("F", "x", "f").text(Fields.Node.DOMAIN, "local"),
            Onnx.node("Sum", "x w v s c f", "y").text(3, "sum").text(6, "words"))
        .message(Fields.Graph.INPUT, Onnx.value("w", 2))
        .message(
            Fields.Graph.INITIALIZER, Onnx.initializer("w", Tensor.ofFloats(Shape.of(2), 1, 2)))
        .message(Fields.Graph.INITIALIZER, varints.text(8, "v"))
        .message(Fields.Graph.SPARSE_INITIALIZER, sparse)
        .message(Fields.Graph.VALUE_INFO, Onnx.value("c", -1));
  }

  private static WireMessage tensorAttribute() {
    return new WireMessage()
        .text(Fields.Attribute.NAME, "value")
        .varint(Fields.Attribute.TYPE, 4)
        .message(Fields.Attribute.T, Onnx.initializer("", Tensor.ofLongs(1, 2)));
  }

  private static WireMessage function() {
    return new WireMessage()
        .text(Fields.Function.NAME, "F")
        .text(Fields.Function.DOMAIN, "local")
        .text(Fields.Function.INPUT, "a")
        .text(Fields.Function.OUTPUT, "b")
        .message(Fields.Function.NODE, Onnx.node("Relu", "a", "b"))
        .message(Fields.Function.OPSET_IMPORT, Onnx.opset("", 13));
  }

  /** An If in an If, {@code depth} times. */
  private static WireMessage nested(int depth) {
    WireMessage graph = Onnx.graph(Onnx.node("Relu", "x", "y"));
    for (int i = 0; i < depth; i++) {
      WireMessage node =
          Onnx.node("If", "x", "y" + i)
              .message(Fields.Node.ATTRIBUTE, Onnx.graphAttribute("then_branch", graph));
      graph =
          new WireMessage()
              .message(Fields.Graph.NODE, node)
              .message(Fields.Graph.INPUT, Onnx.value(i == depth - 1 ? "x" : "x" + i, 2))
              .message(Fields.Graph.OUTPUT, Onnx.value("y" + i, 2));
    }
    return graph;
  }

  @Test
  void everyTruncationIsReadOrRefused() {
    byte[] model = Onnx.bytes(Onnx.model(withWeights()));
    for (int length = 0; length < model.length; length++) {
      readOrRefuse(Arrays.copyOf(model, length), length);
    }
  }

  @Test
  void aCutFileIsRefusedWithTheByteWhereItEnds() {
    byte[] model = Onnx.bytes(Onnx.model(Onnx.reluGraph()));
    Diagnostic fault = Onnx.faults(Arrays.copyOf(model, 30)).get(0);
    assertThat(fault.code()).isEqualTo(DiagnosticCode.ONNX_MALFORMED);
    assertThat(fault.place().orElseThrow()).isInstanceOf(Place.ByteOffset.class);
  }

  @Test
  void graphsInGraphsAreRefusedBeforeTheStackEnds() {
    assertThat(Onnx.faults(bomb(nested(1000))).get(0).code()).isEqualTo(DiagnosticCode.ONNX_LIMIT);
    Onnx.read(Onnx.model(nested(25)));
  }

  @Test
  void typesInTypesAreRefusedBeforeTheStackEnds() {
    WireMessage type = new WireMessage();
    for (int i = 0; i < 100_000; i++) {
      type = new WireMessage().message(4, new WireMessage().message(1, type));
    }
    WireMessage value = new WireMessage().text(1, "v").message(2, type);
    WireMessage graph = Onnx.reluGraph();
    byte[] bytes = bomb(graph.message(Fields.Graph.VALUE_INFO, value));
    assertThat(Onnx.faults(bytes).get(0).code()).isEqualTo(DiagnosticCode.ONNX_LIMIT);
  }

  /** Writing so deep a message takes a deep stack. */
  private static byte[] bomb(WireMessage graph) {
    byte[][] result = new byte[1][];
    Thread thread =
        new Thread(null, () -> result[0] = Onnx.bytes(Onnx.model(graph)), "bomb", 1L << 30);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return result[0];
  }

  @Test
  void aTextFileIsNoModel() {
    byte[] pointer =
        "version https://git-lfs.github.com/spec/v1\noid sha256:0".getBytes(StandardCharsets.UTF_8);
    assertThat(Onnx.faults(pointer).get(0).code()).isEqualTo(DiagnosticCode.ONNX_MALFORMED);
    assertThat(Onnx.faults(new byte[0]).get(0).code()).isEqualTo(DiagnosticCode.ONNX_MALFORMED);
  }

  @Test
  void lengthsBeyondTheFileAllocateNothing() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(2 << 3) | 2, -1, -1, -1, -1, 7});
    out.writeBytes(new byte[100]);
    assertThat(Onnx.faults(out.toByteArray()).get(0).message())
        .isEqualTo("not a readable ONNX model: a field of 2147483647 bytes where 100 are left");
  }

  @Test
  void smallMessagesThatMakeLargeObjectsAreLimited() {
    byte[] integers = new byte[1 << 20];
    WireMessage attribute =
        new WireMessage().text(1, "a").varint(20, 7).bytes(8, ByteSource.of("", integers));
    WireMessage model = Onnx.model(Onnx.graph(Onnx.node("Relu", "x", "y").message(5, attribute)));
    Assertions.assertThrows(
        DiagnosedException.class,
        () ->
            OnnxReader.read(
                Onnx.source(Onnx.bytes(model)), ExternalData.NONE, new Diagnostics(), SMALL));
  }

  /** {@code "Aa"} and {@code "BB"} have one hash code, and so has every name made of them. */
  @Test
  void namesThatCollideDoNotTakeQuadraticTime() {
    int bits = 14;
    byte[] model = chain(1 << bits, i -> colliding(i, bits));
    assertThat(cpuSeconds(model)).isLessThan(2);
  }

  private static String colliding(int number, int bits) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < bits; i++) {
      name.append(((number >> i) & 1) == 0 ? "Aa" : "BB");
    }
    return name.toString();
  }

  @Test
  void readingTakesTimeInProportionToTheFile() {
    cpuSeconds(chain(5_000, i -> "v" + i));
    double small = cpuSeconds(chain(5_000, i -> "v" + i));
    double large = cpuSeconds(chain(50_000, i -> "v" + i));
    assertThat(large).isLessThan(40 * small + 0.5);
  }

  /** Operators one after the other, the values between them called {@code names}. */
  private static byte[] chain(int length, IntFunction<String> names) {
    WireMessage[] nodes = new WireMessage[length];
    for (int i = 0; i < length; i++) {
      String output = i == length - 1 ? "y" : names.apply(i);
      nodes[i] = Onnx.node("Neg", i == 0 ? "x" : names.apply(i - 1), output);
    }
    return Onnx.bytes(Onnx.model(Onnx.graph(nodes)));
  }

  /** What reading takes of this thread's time, whatever else the machine does. */
  private static double cpuSeconds(byte[] model) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    Onnx.read(model);
    return (threads.getCurrentThreadCpuTime() - start) * 1e-9;
  }
}
