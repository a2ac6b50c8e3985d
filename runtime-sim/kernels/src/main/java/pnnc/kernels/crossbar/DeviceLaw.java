package pnnc.kernels.crossbar;

/**
 * How much current each device of a crossbar carries: an increasing function of its voltage that is
 * 0 at 0 V.
 */
public interface DeviceLaw {
  /** Amperes through the device at {@code row, column} at {@code volts}. */
  double amps(int row, int column, double volts);

  /** The slope of {@link #amps} there, at least 0. */
  double siemens(int row, int column, double volts);
}
