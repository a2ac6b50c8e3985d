package pnnc.sim.physics;

/**
 * What reads of one unit take: while signals are held at its inputs, its outputs are converted,
 * some of them one after the other.
 */
public interface ReadCosts {
  /**
   * Watts that the inputs deliver, one number for each column of signals, added up.
   *
   * @param driven row-major {@code [driven ports, columns]}; not modified
   * @param columns at least 1
   */
  double watts(double[] driven, int columns);

  /** Seconds for which signals are held while {@code readouts} outputs are read. */
  double heldSeconds(int readouts);

  /** Seconds from when the last output is read to when it is known. */
  double lastSeconds();

  /** Joules to convert one input. */
  double inputJoules();

  /** Joules to convert one output. */
  double outputJoules();

  /** Watts that one output takes while signals are held. */
  double outputWatts();

  /** The greatest share, over outputs, that wires take of the current when all inputs are equal. */
  double lineLoss();
}
