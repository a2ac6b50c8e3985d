/**
 * Points and shapes on the grid. Coordinates are {@code int} database units; {@link
 * pnnc.layout.geometry.Grid} is the only way between these and microns.
 */
package pnnc.layout.geometry;
