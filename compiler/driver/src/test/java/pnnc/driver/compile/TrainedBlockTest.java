package pnnc.driver.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.backend.Backend;
import pnnc.backend.Emitter;
import pnnc.backend.Extractor;
import pnnc.backend.LoweredUnit;
import pnnc.backend.LoweringContext;
import pnnc.backend.Target;
import pnnc.backend.Unit;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.shape.Shape;
import pnnc.driver.bundle.BundleFiles;
import pnnc.driver.bundle.BundleWriter;
import pnnc.driver.toy.ToyBackend;
import pnnc.driver.toy.ToySolver;
import pnnc.ir.block.Block;
import pnnc.ir.block.BlockInterface;
import pnnc.ir.block.CalibrationData;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkParser;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.ir.network.Value;
import pnnc.onnx.write.OnnxWriter;
import pnnc.passes.partition.Acceptance;
import pnnc.passes.partition.Partitioned;
import pnnc.passes.partition.Partitioner;
import pnnc.passes.partition.Placement;
import pnnc.passes.pipeline.ConstantEvaluator;
import pnnc.passes.pipeline.PassContext;
import pnnc.sim.physics.AssembledBlock;
import pnnc.sim.runtime.OnnxSession;
import pnnc.sim.runtime.SessionSettings;
import pnnc.sim.twin.BlockOperator;
import pnnc.sim.twin.Twin;

/** A region becomes a function block, is trained, drawn, read back and run in its network. */
class TrainedBlockTest {
  /** The region between %a and %c is linear, so that a trained linear map can imitate it. */
  private static final String TEXT =
      """
      pnnir 1
      opset "" 17

      graph net(%x: f32[1, 3]) -> (%y: f32[1, 2]) {
        const %w: f32[3, 2] = [[0.5, -1.0], [0.25, 0.75], [-0.5, 0.5]]
        const %b: f32[2] = [0.125, -0.5]
        const %two: f32[] = 2.0
        %a: f32[1, 3] = Tanh(%x)
        %m: f32[1, 2] = MatMul(%a, %w)
        %s: f32[1, 2] = Add(%m, %b)
        %c: f32[1, 2] = Mul(%s, %two)
        %y = Relu(%c)
      }
      """;

  @TempDir Path folder;

  @Test
  void theTrainedBlockImitatesItsRegion() throws IOException {
    Network network = NetworkParser.parse("net", TEXT);
    Placement placement =
        new Placement(
            List.of(
                new Placement.Region(
                    "middle", List.of(new Value("a")), List.of(new Value("c")), "toy")),
            List.of());
    PassContext context = new PassContext("net", new Diagnostics(), ConstantEvaluator.NONE);
    Partitioned cut = Partitioner.partition(network, placement, Acceptance.ALL, context);
    assertThat(cut.physicalMacs()).isEqualTo(6);

    BlockOperator trained = throughTheFile(cut.partition().blocks().get("middle"));
    try (Twin twin =
            new Twin(
                cut.partition().host(),
                Map.of("middle", trained),
                OnnxWriter::toBytes,
                SessionSettings.PLAIN);
        OnnxSession reference =
            OnnxSession.open(OnnxWriter.toBytes(network), SessionSettings.PLAIN)) {
      for (Tensor x : inputs(20, 99)) {
        double[] expected = numbers(reference.run(Map.of("x", x)).get("y"));
        double[] found = numbers(twin.run(Map.of("x", x)).get("y"));
        for (int i = 0; i < expected.length; i++) {
          assertThat(found[i]).isCloseTo(expected[i], org.assertj.core.data.Offset.offset(0.02));
        }
      }
    }
  }

  private BlockOperator throughTheFile(Block block) throws IOException {
    Backend backend = new ToyBackend();
    Target target = backend.target(Map.of(), Optional.empty(), new Diagnostics());
    List<Double> shares = new ArrayList<>();
    LoweringContext context = new LoweringContext(1, Optional.of(calibration()), shares::add);
    Unit unit = backend.lowering().plan(block, target).get(0);
    LoweredUnit lowered = backend.lowering().lower(block, unit, target, context);
    assertThat(shares).isSorted().endsWith(1.0);
    Path out = folder.resolve("out");
    try (BundleWriter bundle = BundleWriter.begin(out)) {
      Emitter.Die die = backend.emitter().begin(target, bundle);
      die.add(unit, lowered);
      die.finish();
      bundle.commit();
    }
    Extractor.Die read = backend.extractor().open(target, BundleFiles.layoutIn(out));
    AssembledBlock assembly =
        new AssembledBlock(List.of(new ToySolver()), name -> extracted(read, name), 0);
    BlockInterface ports = new BlockInterface("middle", 3, 2, List.of(lowered.ports()));
    return assembly.function(
        ports, List.of(new AssembledBlock.Output(ElementType.F32, Shape.of(1, 2))));
  }

  private static pnnc.ir.netlist.Netlist extracted(Extractor.Die die, String unit) {
    try {
      return die.extract(unit);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** What the region computes of random inputs, from ONNX Runtime. */
  private static CalibrationData calibration() {
    String region =
        TEXT.replace("(%x: f32[1, 3]) -> (%y: f32[1, 2])", "(%a: f32[1, 3]) -> (%c: f32[1, 2])")
            .replaceAll("(?m)^.*(Tanh|Relu).*\\n", "");
    Network network = NetworkParser.parse("region", region);
    List<CalibrationData.Batch> batches = new ArrayList<>();
    try (OnnxSession session =
        OnnxSession.open(OnnxWriter.toBytes(network), SessionSettings.PLAIN)) {
      for (Tensor a : inputs(60, 5)) {
        Tensor c = session.run(Map.of("a", a)).get("c");
        batches.add(new CalibrationData.Batch(List.of(a), List.of(c)));
      }
    }
    return () -> Stream.of(batches.toArray(CalibrationData.Batch[]::new));
  }

  private static List<Tensor> inputs(int count, long seed) {
    Random random = new Random(seed);
    List<Tensor> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] x = new float[3];
      for (int k = 0; k < 3; k++) {
        x[k] = 2 * random.nextFloat() - 1;
      }
      all.add(Tensor.ofFloats(Shape.of(1, 3), x));
    }
    return all;
  }

  private static double[] numbers(Tensor tensor) {
    return TensorElements.of(tensor).toDoubles();
  }
}
