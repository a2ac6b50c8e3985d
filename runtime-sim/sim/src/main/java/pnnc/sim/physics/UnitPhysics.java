package pnnc.sim.physics;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import pnnc.ir.block.UnitInterface;

/** One unit of hardware, ready to be given signals. Called by several threads at once. */
public interface UnitPhysics {
  /**
   * Applies signals and waits for the answer.
   *
   * @param driven in the order the solver was given the ports; not modified
   * @param read overwritten, likewise
   */
  void respond(double[] driven, double[] read);

  /**
   * The same for many vectors, one column each. Every column's answer has the same bits, whatever
   * columns stand beside it.
   *
   * @param driven row-major {@code [driven ports, columns]}; not modified
   * @param columns at least 1
   * @param read row-major {@code [read ports, columns]}; overwritten
   */
  default void respond(double[] driven, int columns, double[] read) {
    double[] signals = new double[driven.length / columns];
    double[] answers = new double[read.length / columns];
    for (int c = 0; c < columns; c++) {
      for (int k = 0; k < signals.length; k++) {
        signals[k] = driven[k * columns + c];
      }
      respond(signals, answers);
      for (int k = 0; k < answers.length; k++) {
        read[k * columns + c] = answers[k];
      }
    }
  }

  /**
   * The converter behind an output, as it is on this chip.
   *
   * @param readout its number in the unit's interface
   * @param named what the interface says of it
   */
  default DoubleUnaryOperator outputConverter(int readout, UnitInterface.Converter named) {
    return named::convert;
  }

  /** What reads take; empty where that is not known. */
  default Optional<ReadCosts> costs() {
    return Optional.empty();
  }
}
