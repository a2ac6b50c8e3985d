package pnnc.crossbar.forbidden;

import pnnc.sim.physics.PhysicsSolver;

/** What a crossbar computes is not for the crossbar's backend to say. */
public final class CrossbarThatSimulates {
  private final PhysicsSolver solver;

  public CrossbarThatSimulates(PhysicsSolver solver) {
    this.solver = solver;
  }

  public PhysicsSolver solver() {
    return solver;
  }
}
