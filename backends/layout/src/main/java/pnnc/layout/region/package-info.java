/**
 * Sets of points with polygons of integer corners for borders: merge, cut, compare, grow, select.
 *
 * <p>A {@link pnnc.layout.region.Region} is immutable and always merged. Borders along the axes
 * take a scanline of integers only ({@code ManhattanSweep}) and are exact. Any other borders are
 * first cut where they cross ({@code Noder}): crossings off the grid are rounded to it, and borders
 * that pass within half a unit of a corner are bent through it (snap rounding: J. D. Hobby,
 * Practical segment intersection with finite precision output, Computational Geometry 13, 1999). No
 * point of a border moves by more than one dbu in an operation, no order of things along a border
 * changes, and input without crossings off the grid is not moved at all.
 *
 * <pre>{@code
 * Region wires = new RegionBuilder().box(0, 0, 10, 2).box(4, 0, 6, 9).build();
 * Region gap = wires.grown(3, 3).minus(wires);
 * }</pre>
 *
 * <p>What touches along an edge is one polygon, what touches at a corner only is two.
 */
package pnnc.layout.region;
