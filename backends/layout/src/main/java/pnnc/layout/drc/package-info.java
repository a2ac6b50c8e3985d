/**
 * Checks layouts against the design rules of a process.
 *
 * <pre>{@code
 * for (RuleReport report : DesignRuleCheck.of(process).check(layout)) {
 *   report.violations().forEach(v -> show(v.rule(), v.cell(), v.place().box(), v.count()));
 * }
 * }</pre>
 *
 * <p>Shapes of a layer are merged first; what touches at a corner is one shape ({@code Shapes}).
 * Distances are between borders, by the Euclidean metric, and decided in whole numbers: a border of
 * 140 dbu from another breaks a rule of 141 and keeps one of 140. What that means at corners is
 * what KLayout's checks of edge pairs mean (without its shielding; {@code Sight} has ours):
 *
 * <ul>
 *   <li>Two borders are compared if they run against each other (less than 90 degrees, or the
 *       rule's {@code facing}), and only what lies on the facing side of the other's line.
 *   <li>From corner to corner the distance is the straight one: a circle around each corner.
 *   <li>Borders on one line are compared only where they touch. Corners that touch ("kissing") are
 *       at a distance of 0 and break any space and any width.
 *   <li>Two such borders of one layer with a third of the same two shapes between them are no
 *       finding: the third has its own.
 * </ul>
 *
 * <p>Cells are checked once ({@code CellCheck}) and their places counted; see {@link
 * pnnc.layout.hierarchy}. {@code FlatCheck} draws all as one and is what that is compared with.
 */
package pnnc.layout.drc;
