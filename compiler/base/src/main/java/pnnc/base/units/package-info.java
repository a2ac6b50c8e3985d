/**
 * Physical quantities. Public APIs take {@code Ohms} and {@code Radians}, so that no caller can
 * pass a length where a phase is meant; kernels take primitives with the unit in the name.
 *
 * <pre>{@code
 * Ohms segment = new Ohms(0.78);
 * segment.describe();                       // "0.78 ohm"
 * segment.unit().symbol();                  // "ohm"
 * Ohms.UNIT.of().apply(0.78).equals(segment);
 * }</pre>
 *
 * <p>Every quantity is finite. Whether it may be negative is for its user to say, with {@link
 * pnnc.base.units.Quantity#requirePositive}.
 */
package pnnc.base.units;
