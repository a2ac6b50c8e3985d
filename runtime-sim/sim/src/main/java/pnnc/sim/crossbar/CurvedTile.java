package pnnc.sim.crossbar;

import pnnc.base.diagnostics.CompilerBug;
import pnnc.kernels.crossbar.Crossbar;
import pnnc.kernels.crossbar.DeviceLaw;
import pnnc.kernels.crossbar.NewtonSolution;
import pnnc.kernels.crossbar.NewtonSolver;
import pnnc.sim.physics.UnitPhysics;

/** A tile of devices that are not ohmic: every vector is solved on its own. */
final class CurvedTile implements UnitPhysics {
  private final Crossbar crossbar;
  private final NewtonSolver solver;
  private final int[] rows;
  private final int[] columns;

  /**
   * A tile.
   *
   * @param rows of the ports that are driven; the others are held at ground
   * @param columns of the ports that are read
   */
  CurvedTile(Crossbar crossbar, DeviceLaw law, int[] rows, int[] columns) {
    this.crossbar = crossbar;
    this.solver = new NewtonSolver(crossbar, law);
    this.rows = rows;
    this.columns = columns;
  }

  @Override
  public void respond(double[] driven, double[] read) {
    double[] amps = solved(driven).footAmps();
    for (int k = 0; k < columns.length; k++) {
      read[k] = amps[columns[k]];
    }
  }

  /** What all drivers deliver together. */
  double watts(double[] driven) {
    return solved(driven).circuit().watts();
  }

  private NewtonSolution solved(double[] driven) {
    double[] volts = new double[crossbar.rows()];
    for (int k = 0; k < rows.length; k++) {
      volts[rows[k]] = driven[k];
    }
    NewtonSolution solution = solver.solve(volts);
    if (!solution.converged()) {
      throw new CompilerBug(
          "crossbar", "devices miss their law by %.1e".formatted(solution.mismatch()));
    }
    return solution;
  }
}
