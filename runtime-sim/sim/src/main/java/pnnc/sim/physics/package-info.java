/**
 * From netlists to blocks that compute: a {@link pnnc.sim.physics.PhysicsSolver} for each physics,
 * and the assembly of solved units behind the interface that {@code design.json} gives. No solver
 * is here yet; each comes with its physics.
 */
package pnnc.sim.physics;
