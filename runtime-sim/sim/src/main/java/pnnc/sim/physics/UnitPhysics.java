package pnnc.sim.physics;

/** One unit of hardware, ready to be given signals. Called by several threads at once. */
public interface UnitPhysics {
  /**
   * Applies signals and waits for the answer.
   *
   * @param driven in the order the solver was given the ports; not modified
   * @param read overwritten, likewise
   */
  void respond(double[] driven, double[] read);
}
