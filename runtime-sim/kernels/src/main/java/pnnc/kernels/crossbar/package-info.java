/**
 * Crossbars with real wires, solved exactly.
 *
 * <p>Word lines are driven at the left and bit lines read at the foot; between node {@code (i, j)}
 * of word line {@code i} and of bit line {@code j} lies a device. Wires have resistance, so what
 * arrives at a device depends on all others:
 *
 * <pre>{@code
 * Crossbar crossbar = new Crossbar(Wires.uniform(128, 128, 1.0, 1.0), deviceSiemens);
 * double[] amps = new SchurSolver(crossbar).solve(volts).footAmps();          // one vector
 * EffectiveMatrix g = KronReduction.reduce(crossbar, Workers.POOL);           // all of them
 * }</pre>
 *
 * <table>
 * <caption>What to take</caption>
 * <tr><td>one or a few vectors, voltages of nodes</td><td>{@code SchurSolver}</td></tr>
 * <tr><td>from about 20 vectors on</td><td>{@code KronReduction}</td></tr>
 * <tr><td>what one device or all devices do to an output</td><td>{@code Sensitivity}</td></tr>
 * <tr><td>devices that are not ohmic</td><td>{@code NewtonSolver}</td></tr>
 * <tr><td>1T1R with the inputs at the gates</td><td>{@code GatedColumns}</td></tr>
 * <tr><td>devices for a wanted effective matrix</td><td>{@code Compensation}</td></tr>
 * </table>
 *
 * <p>All are exact up to rounding; none approximates the wires.
 */
package pnnc.kernels.crossbar;
