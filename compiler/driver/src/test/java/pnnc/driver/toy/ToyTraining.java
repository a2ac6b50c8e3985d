package pnnc.driver.toy;

import java.util.Arrays;
import java.util.List;
import pnnc.backend.LoweredUnit;
import pnnc.backend.LoweringContext;
import pnnc.backend.Unit;
import pnnc.ir.block.CalibrationData;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;

/** Trains a linear map to imitate a function on samples, by stochastic gradient descent. */
final class ToyTraining {
  private static final int EPOCHS = 200;
  private static final double RATE = 0.05;

  private final LoweringContext context;

  ToyTraining(LoweringContext context) {
    this.context = context;
  }

  LoweredUnit lower(Unit unit) {
    CalibrationData data = context.calibration().orElseThrow();
    List<CalibrationData.Batch> batches;
    try (var stream = data.batches()) {
      batches = stream.toList();
    }
    int in = flat(batches.get(0).inputs()).length;
    int out = flat(batches.get(0).outputs()).length;
    double[][] rows = new double[out][in + 1];
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      batches.forEach(b -> step(rows, b));
      context.progress().accept((epoch + 1.0) / EPOCHS);
    }
    return ToyLowering.draw(unit, rows);
  }

  private static double[] flat(List<Tensor> tensors) {
    return tensors.stream()
        .flatMapToDouble(t -> Arrays.stream(TensorElements.of(t).toDoubles()))
        .toArray();
  }

  private static void step(double[][] rows, CalibrationData.Batch batch) {
    double[] x = flat(batch.inputs());
    double[] y = flat(batch.outputs());
    for (int o = 0; o < rows.length; o++) {
      double error = rows[o][x.length] - y[o];
      for (int i = 0; i < x.length; i++) {
        error += rows[o][i] * x[i];
      }
      for (int i = 0; i < x.length; i++) {
        rows[o][i] -= RATE * error * x[i];
      }
      rows[o][x.length] -= RATE * error;
    }
  }
}
