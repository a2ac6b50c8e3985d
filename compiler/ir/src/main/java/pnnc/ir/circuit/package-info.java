/**
 * What netlists of every physics share: cells of devices on nets, model cards, and everything that
 * can be done to devices without knowing what they are.
 *
 * <p>A {@link pnnc.ir.circuit.Form} lists the fields of a kind of device once; a {@link
 * pnnc.ir.circuit.Dialect} is a list of forms. From these, text, comparison, verification and
 * flattening follow, so that a dialect is records and nothing else:
 *
 * <pre>{@code
 * new Resistor("R", Role.VIA, "a", "b", new Ohms(4.5))
 *     <->  resistor R role=via a=a b=b resistance=4.5ohm
 * }</pre>
 *
 * <p>A cell that is used a thousand times is defined once. Inside a cell a port and its net have
 * one name. Order of devices, instances, models and cells means nothing and is not kept. Where
 * devices are in a layout stands beside the circuit, in {@link pnnc.ir.circuit.Locations}.
 */
package pnnc.ir.circuit;
