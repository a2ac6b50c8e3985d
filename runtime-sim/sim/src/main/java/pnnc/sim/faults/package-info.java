/**
 * Where hardware is not what it was to be. A verdict says that a network is another; this says
 * which weight of which unit: what each unit computes is measured, with ideal converters, and
 * compared with the matrix that it stands for.
 *
 * <pre>{@code
 * List<WeightFault> faults = WeightFaults.of(block, assembled.responses());
 * }</pre>
 *
 * <p>A weight that was rounded to what cells can hold is no fault: neither half a level of the
 * technology nor what is usual among the others, see {@link pnnc.sim.faults.Outliers}; nor is what
 * wires take of all weights of a line.
 */
package pnnc.sim.faults;
