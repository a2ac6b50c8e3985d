package pnnc.driver.compile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.driver.Session;
import pnnc.driver.files.Interruption;
import pnnc.ir.block.Block;
import pnnc.ir.block.CalibrationData;
import pnnc.ir.block.FunctionBlock;
import pnnc.ir.block.LinearBlock;
import pnnc.ir.block.Partition;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.kernels.parallel.Workers;
import pnnc.onnx.write.OnnxWriter;
import pnnc.sim.linear.ExactLinearOperator;
import pnnc.sim.runtime.OnnxSession;
import pnnc.sim.runtime.SessionSettings;
import pnnc.sim.twin.BlockOperator;
import pnnc.sim.twin.Twin;

/**
 * Finds out what blocks see and should answer: runs the partitioned network with exact blocks on
 * samples spread over the user's data, and keeps what passes through those whose backend asks.
 */
final class Calibration implements AutoCloseable {
  /** What all blocks together may keep. */
  private static final long MOST_BYTES = 256L << 20;

  private final Session session;
  private final Map<String, Tap> taps = new TreeMap<>();
  private final List<OnnxSession> functions = new ArrayList<>();

  private Calibration(Session session) {
    this.session = session;
  }

  /**
   * The calibration data of the blocks that ask for some and are called at all, by name.
   *
   * @param wanted how many samples each block asks for, by name; no block with 0
   */
  static Map<String, CalibrationData> collect(
      Partition partition, Map<String, Integer> wanted, Samples samples, Session session)
      throws IOException {
    if (wanted.isEmpty()) {
      return Map.of();
    }
    session.reporter().phase("calibrate");
    try (Calibration calibration = new Calibration(session)) {
      Map<String, BlockOperator> operators = calibration.operators(partition, wanted);
      calibration.warn(partition.blocks().values(), samples);
      calibration.run(partition, operators, samples);
      Map<String, CalibrationData> data = new LinkedHashMap<>();
      calibration.taps.forEach((name, tap) -> tap.data().ifPresent(d -> data.put(name, d)));
      return data;
    }
  }

  private Map<String, BlockOperator> operators(Partition partition, Map<String, Integer> wanted) {
    Map<String, BlockOperator> operators = new LinkedHashMap<>();
    partition
        .blocks()
        .forEach(
            (name, block) -> {
              BlockOperator exact = exact(block);
              if (wanted.containsKey(name)) {
                long seed = UnitSeed.of(session.settings().seed(), name);
                Tap tap = new Tap(exact, wanted.get(name), MOST_BYTES / wanted.size(), seed);
                taps.put(name, tap);
                operators.put(name, tap);
              } else {
                operators.put(name, exact);
              }
            });
    return operators;
  }

  private BlockOperator exact(Block block) {
    if (block instanceof LinearBlock linear) {
      return new ExactLinearOperator(linear, Workers.SEQUENTIAL);
    }
    FunctionBlock function = (FunctionBlock) block;
    OnnxSession body =
        OnnxSession.open(OnnxWriter.toBytes(function.body()), SessionSettings.DEFAULT);
    functions.add(body);
    return inputs -> apply(function.body().graph(), body, inputs);
  }

  private static List<Tensor> apply(Graph graph, OnnxSession body, List<Tensor> inputs) {
    Map<String, Tensor> named = new LinkedHashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      named.put(graph.inputs().get(i).name(), inputs.get(i));
    }
    Map<String, Tensor> outputs = body.run(named);
    return graph.outputs().stream().map(Value::name).map(outputs::get).toList();
  }

  /** A function that was learnt from made-up inputs need not hold for real ones. */
  private void warn(Collection<Block> blocks, Samples samples) {
    blocks.stream()
        .filter(b -> b instanceof FunctionBlock && taps.containsKey(b.name()))
        .filter(b -> samples.areDrawn())
        .map(b -> DiagnosticCode.CALIBRATION_DRAWN.warning(b.name()))
        .forEach(session.reporter()::diagnostic);
  }

  private void run(Partition partition, Map<String, BlockOperator> operators, Samples samples)
      throws IOException {
    int most = taps.values().stream().mapToInt(Tap::wanted).max().orElse(0);
    RunLimit limit = new RunLimit(session.settings().runLimit());
    try (Twin twin =
        new Twin(partition.host(), operators, OnnxWriter::toBytes, SessionSettings.DEFAULT)) {
      samples.spread(
          most,
          sample -> {
            Interruption.check();
            limit.run("the partitioned model", () -> twin.run(sample));
          });
    }
  }

  @Override
  public void close() {
    functions.forEach(OnnxSession::close);
  }
}
