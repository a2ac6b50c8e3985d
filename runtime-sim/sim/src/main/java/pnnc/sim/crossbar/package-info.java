/**
 * What crossbars compute: a {@link pnnc.sim.physics.PhysicsSolver} over the exact circuit that was
 * read from the layout, wires included, by the kernels of {@code pnnc.kernels.crossbar}.
 */
package pnnc.sim.crossbar;
