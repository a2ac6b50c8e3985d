/**
 * From netlists to blocks that compute: a {@link pnnc.sim.physics.PhysicsSolver} for each physics,
 * and the assembly of solved units behind the interface that {@code design.json} gives. Solvers are
 * in packages of their own, as {@code pnnc.sim.crossbar}.
 *
 * <p>A unit that knows what its reads take ({@link pnnc.sim.physics.ReadCosts}) lets its block be
 * metered:
 *
 * <pre>{@code
 * linear.metered(cost -> all.add(cost)).orElseThrow().apply(inputs);   // one RunCost for this call
 * }</pre>
 */
package pnnc.sim.physics;
