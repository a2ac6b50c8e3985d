package pnnc.sim.physics;

/**
 * What hardware takes, for a read, a block or a network.
 *
 * @param arrayJoules turned into heat by devices and wires
 * @param inputJoules of the converters before them
 * @param outputJoules of the converters behind them
 * @param amplifierJoules of what holds outputs while they are read
 * @param seconds from the first input to the last output; blocks work one after the other
 */
public record RunCost(
    double arrayJoules,
    double inputJoules,
    double outputJoules,
    double amplifierJoules,
    double seconds) {
  /** Nothing. */
  public static final RunCost NONE = new RunCost(0, 0, 0, 0, 0);

  /** This and then {@code next}. */
  public RunCost then(RunCost next) {
    return beside(next, seconds + next.seconds);
  }

  /** This and {@code other} at the same time, which takes as long as the slower. */
  public RunCost beside(RunCost other) {
    return beside(other, Math.max(seconds, other.seconds));
  }

  private RunCost beside(RunCost other, double time) {
    return new RunCost(
        arrayJoules + other.arrayJoules,
        inputJoules + other.inputJoules,
        outputJoules + other.outputJoules,
        amplifierJoules + other.amplifierJoules,
        time);
  }

  /** All joules. */
  public double joules() {
    return arrayJoules + inputJoules + outputJoules + amplifierJoules;
  }
}
