/**
 * The die: tiles in rows, each with the room that its converters take, in channels below them the
 * buses that lead from there to the ports of the die, a seal around all and fill in between.
 * Converters are black boxes: named outlines of the area that the technology gives them, with
 * ports. Nothing inside is drawn, and nothing here says how they would work but the names and
 * numbers of their wires ({@code BlockBus}).
 *
 * <p>The tile {@code fc1.0.0.0} in the lowest row has for its first input bit
 *
 * <pre>
 *   fc1.0.0.0.converters   port `dac.in0` on met4, at the foot of the DACs
 *   die                    a drop of met4, a cut, a trunk of met3
 *   die                    port `row0.dac.in0` at the left, inside the seal
 * </pre>
 */
package pnnc.crossbar.die;
