/**
 * SPICE decks: {@link pnnc.layout.spice.SpiceWriter} is a sink, {@link
 * pnnc.layout.spice.SpiceReader} fills one; neither holds the deck. {@link
 * pnnc.layout.spice.SpiceDeck} does.
 *
 * <pre>{@code
 * * a tile                              the title
 * .subckt TILE ROW0 COL0 g=25u          a subcircuit; none lies inside another
 * Rcell ROW0 COL0 {1/g}                 expressions stay text; SpiceExpression works them out
 * .ends TILE
 * X1 in out TILE g=50u
 * V1 in 0 0.2
 * .op                                   passed on as it stands
 * .end
 * }</pre>
 *
 * <p>Names keep their case, but SPICE does not tell cases apart: the writer refuses two spellings
 * of one name.
 */
package pnnc.layout.spice;
