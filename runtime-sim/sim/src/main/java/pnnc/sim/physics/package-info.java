/**
 * From netlists to blocks that compute: a {@link pnnc.sim.physics.PhysicsSolver} for each physics,
 * and the assembly of solved units behind the interface that {@code design.json} gives. Solvers are
 * in packages of their own, as {@code pnnc.sim.crossbar}.
 */
package pnnc.sim.physics;
