/**
 * Metal that is there for the density rules of a process alone: floating squares between what is
 * drawn, of the size and at the distance that {@link pnnc.layout.fill.FillRule} finds.
 *
 * <p>{@link pnnc.layout.fill.LatticeFill} fills an area around what is said to be in it, with
 * arrays of one cell: memory and file grow with the number of things to go around, not with the
 * area. {@link pnnc.layout.fill.CellFill} fills what is left inside a cell that repeats side by
 * side, where a lattice of the die would not fit.
 *
 * <pre>{@code
 * for (FillRule rule : FillRule.of(process)) {
 *   sink.beginCell("FILL_" + rule.mask());
 *   rule.drawSquare(sink);
 *   sink.endCell();
 * }
 * LatticeFill metal = new LatticeFill(rule, new Box(0, 0, width, height));
 * metal.keepOut(tile);
 * metal.draw("FILL_" + rule.mask(), sink);   // in a cell that is open
 * }</pre>
 *
 * Nothing that is filled touches anything, so that no net changes; only layers with a rule of
 * density are filled, so that no cut does.
 */
package pnnc.layout.fill;
