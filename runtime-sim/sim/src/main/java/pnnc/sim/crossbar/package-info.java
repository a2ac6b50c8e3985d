/**
 * What crossbars compute: a {@link pnnc.sim.physics.PhysicsSolver} over the exact circuit that was
 * read from the layout, wires included, by the kernels of {@code pnnc.kernels.crossbar}.
 *
 * <p>What a drawing does not show stands on the netlist's model cards. Devices of a chip are
 * sampled by {@code ChipSample} with the {@code CellStatistics} of their card; a tile of them is an
 * {@code OhmicTile} or a {@code CurvedTile}, with a {@code NoisyTile} or a {@code ScaledTile}
 * around it where the card asks for that; a {@code SarTile} has converters of its own chip, and a
 * {@code CostedTile} knows what its reads take. {@code CROSSBAR.md} says which effect acts where.
 *
 * <pre>{@code
 * UnitPhysics chip = new CrossbarSolver().prepare(netlist, List.of("W0", "W1"), List.of("B0"), 17);
 * chip.respond(volts, amps);   // chip 17: the same devices and the same noise, whoever asks
 * }</pre>
 */
package pnnc.sim.crossbar;
