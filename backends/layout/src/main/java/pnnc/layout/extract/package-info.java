/**
 * Nets and devices of a layout, by geometry only: labels name nets and never connect them.
 *
 * <p>Shapes of a conductor that share an area or a piece of a border are one net, those that touch
 * at a corner are not; a cut joins what it overlaps. A device is a piece of a body layer inside and
 * outside of others, as {@link pnnc.base.process.DeviceRule} says. A conductor that comes twice
 * among its terminals ends at the body, one that comes once goes on and is joined to it, and a body
 * layer that is no terminal conducts nothing there.
 *
 * <p>Each cell is extracted once. An element of it stays an instance unless its devices depend on
 * what is around it ({@code Interplay}): then its shapes are the parent's. What touches across the
 * borders of cells is found by place ({@code Contacts}); neighbours in grids, and cells that lie
 * beside each other in the same way again, are looked at once.
 *
 * <pre>{@code
 * Extraction chip = Extraction.of(layout, process, "die");
 * int wordLine = chip.top().net("WL0").orElseThrow();
 * for (Instance tile : chip.top().instances()) { ... tile.net(0, pin) ... }
 * }</pre>
 */
package pnnc.layout.extract;
