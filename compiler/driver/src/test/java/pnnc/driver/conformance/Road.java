package pnnc.driver.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.driver.Reporter;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.model.ModelLoader;
import pnnc.driver.model.Normalization;
import pnnc.ir.block.LinearBlock;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkVerifier;
import pnnc.ir.network.Tensor;
import pnnc.kernels.parallel.Workers;
import pnnc.onnx.read.OnnxReader;
import pnnc.onnx.tensor.ExternalData;
import pnnc.onnx.write.OnnxWriter;
import pnnc.passes.partition.Acceptance;
import pnnc.passes.partition.Partitioned;
import pnnc.passes.partition.Partitioner;
import pnnc.passes.partition.Placement;
import pnnc.passes.pipeline.ConstantEvaluator;
import pnnc.passes.pipeline.PassContext;
import pnnc.sim.linear.ExactLinearOperator;
import pnnc.sim.runtime.OnnxSession;
import pnnc.sim.runtime.SessionSettings;
import pnnc.sim.twin.BlockOperator;
import pnnc.sim.twin.Twin;

/** The ways through pnnc that must all end where ONNX Runtime ends. */
enum Road {
  /** ONNX Runtime alone. */
  REFERENCE {
    @Override
    Ready open(ModelCase model) {
      return session(OnnxSession.open(model.model(), SessionSettings.PLAIN));
    }
  },
  /** Read and written again. */
  EXPORT {
    @Override
    Ready open(ModelCase model) {
      return session(encoded(read(model)));
    }
  },
  /** Read, through every pass, written again. */
  PASSES {
    @Override
    Ready open(ModelCase model) {
      return session(encoded(normalised(model)));
    }
  },
  /** Cut into blocks, each computed exactly, the host graph in ONNX Runtime. */
  BLOCKS {
    @Override
    Ready open(ModelCase model) {
      return twin(normalised(model));
    }
  };

  /** A model ready to run. */
  interface Ready extends AutoCloseable {
    Map<String, Tensor> run(Map<String, Tensor> inputs);

    /** How many linear blocks were cut out on the way. */
    default int blocks() {
      return 0;
    }

    @Override
    void close();
  }

  private static final Session SESSION = new Session(Settings.defaults(), Reporter.SILENT);

  abstract Ready open(ModelCase model);

  static Network read(ModelCase model) {
    return ModelLoader.load(model.model(), SESSION);
  }

  static Network normalised(ModelCase model) {
    return normalised(read(model), model.name());
  }

  static Network normalised(Network network, String name) {
    return Normalization.run(network, name, SESSION, new ArrayList<>());
  }

  static OnnxSession encoded(Network network) {
    ByteSource written = ByteSource.of("written", OnnxWriter.toBytes(network));
    Network readAgain = OnnxReader.read(written, ExternalData.NONE, new Diagnostics());
    return OnnxSession.open(OnnxWriter.toBytes(readAgain), SessionSettings.PLAIN);
  }

  static Ready session(OnnxSession session) {
    return new Ready() {
      @Override
      public Map<String, Tensor> run(Map<String, Tensor> inputs) {
        return session.run(inputs);
      }

      @Override
      public void close() {
        session.close();
      }
    };
  }

  static Ready twin(Network normal) {
    PassContext context = new PassContext("case", new Diagnostics(), ConstantEvaluator.NONE);
    Partitioned cut =
        Partitioner.partition(normal, Placement.linearOn("exact"), Acceptance.ALL, context);
    NetworkVerifier.check(cut.partition().host(), "partition");
    Map<String, BlockOperator> operators = new LinkedHashMap<>();
    cut.partition()
        .blocks()
        .forEach(
            (n, b) -> operators.put(n, new ExactLinearOperator((LinearBlock) b, Workers.POOL)));
    Twin twin =
        new Twin(cut.partition().host(), operators, OnnxWriter::toBytes, SessionSettings.PLAIN);
    return new Ready() {
      @Override
      public Map<String, Tensor> run(Map<String, Tensor> inputs) {
        return twin.run(inputs);
      }

      @Override
      public int blocks() {
        return operators.size();
      }

      @Override
      public void close() {
        twin.close();
      }
    };
  }

  /** What goes wrong with {@code model} on this road; empty if nothing does. */
  List<String> failures(ModelCase model) {
    List<String> failures = new ArrayList<>();
    try (Ready ready = open(model)) {
      for (ModelCase.DataSet set : model.dataSets()) {
        Map<String, Tensor> outputs = ready.run(set.named(read(model).graph()));
        Closeness.difference(outputs, set.outputs()).ifPresent(failures::add);
      }
    } catch (RuntimeException e) {
      failures.add(e.toString().lines().findFirst().orElse("failed"));
    }
    return failures;
  }
}
