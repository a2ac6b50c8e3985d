package pnnc.driver.compile;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import pnnc.driver.bundle.Bundle;
import pnnc.ir.network.Network;
import pnnc.ir.network.Tensor;
import pnnc.onnx.write.OnnxWriter;
import pnnc.sim.runtime.OnnxSession;
import pnnc.sim.runtime.SessionSettings;
import pnnc.sim.twin.BlockOperator;
import pnnc.sim.twin.Twin;

/** A bundle as something that runs. */
interface Emulation extends AutoCloseable {
  Map<String, Tensor> run(Map<String, Tensor> inputs);

  @Override
  void close();

  /**
   * The bundle in {@code folder}. Without blocks ONNX Runtime runs the very file that was written.
   *
   * @param host its host graph
   * @param operators its blocks
   */
  static Emulation of(Path folder, Network host, Map<String, BlockOperator> operators) {
    if (operators.isEmpty()) {
      OnnxSession whole = OnnxSession.open(folder.resolve(Bundle.HOST), SessionSettings.DEFAULT);
      return of(whole::run, whole::close);
    }
    Twin twin = new Twin(host, operators, OnnxWriter::toBytes, SessionSettings.DEFAULT);
    return of(twin::run, twin::close);
  }

  private static Emulation of(UnaryOperator<Map<String, Tensor>> run, Runnable close) {
    return new Emulation() {
      @Override
      public Map<String, Tensor> run(Map<String, Tensor> inputs) {
        return run.apply(inputs);
      }

      @Override
      public void close() {
        close.run();
      }
    };
  }
}
