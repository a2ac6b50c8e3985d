/**
 * What of a cell can be decided in the cells inside it, and what cannot.
 *
 * <p>{@link pnnc.layout.hierarchy.Hierarchy} is a layout seen on some layers only: shapes, and
 * cells with anything on them, arrays as arrays. {@link pnnc.layout.hierarchy.Zones} are the places
 * of a cell where more than one of its parts is within a distance. What looks no further than that
 * distance is done once in each cell, and again in the zones of those that hold it:
 *
 * <pre>{@code
 * Hierarchy metal = Hierarchy.of(layout, "top", Set.of(met1));
 * List<Placement> parts = metal.placements("top");
 * Zones zones = Zones.of(metal, "top", parts, 280, p -> !p.transform().isOrthogonal());
 * zones.boxes().forEach(b -> metal.draw("top", b, (layer, outline) -> look(outline)));
 * }</pre>
 */
package pnnc.layout.hierarchy;
