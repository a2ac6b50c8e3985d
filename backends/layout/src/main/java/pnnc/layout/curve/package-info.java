/**
 * Lines that bend: bends of light guides with their true lengths and curvatures, and the polygons
 * that ribbons around lines make on the grid.
 *
 * <p>A {@link pnnc.layout.curve.Curve} is known exactly, in dbu that are not whole; {@link
 * pnnc.layout.curve.Ribbon} makes a polygon of it with a stated error. {@link
 * pnnc.layout.curve.PathOutline} makes the polygon of a path as layout files have it.
 */
package pnnc.layout.curve;
