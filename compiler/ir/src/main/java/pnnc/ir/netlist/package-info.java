/**
 * Netlists: physical objects as devices, one dialect for each physics. A netlist is what a backend
 * emits and what its extractor reads back, so it is the only place where layout and physics meet;
 * it knows nothing of weights.
 *
 * <pre>{@code
 * Netlist tile = NetlistText.parse("tile.net", text);
 * NetlistVerifier.require(tile, "lower-crossbar");
 * List<Difference> faults = NetlistDiff.differences(tile, extracted, Tolerance.relative(1e-9));
 * }</pre>
 *
 * <p>Three dialects are circuits ({@link pnnc.ir.circuit}): cells of devices on nets. {@link
 * pnnc.ir.electrical}, {@link pnnc.ir.photonic} and {@link pnnc.ir.event} say what devices there
 * are. {@link pnnc.ir.wave} has no nets: its elements share a space.
 *
 * <p>The text form, on the tokens of {@link pnnc.ir.text}. {@code header}, {@code device} and
 * {@code element} are in the documentation of the dialects; the attributes of a device may stand in
 * any order.
 *
 * <pre>
 * netlist   = "pnnc-netlist" "1" body
 * body      = "electrical" name circuit
 *           | "photonic" name header circuit
 *           | "event" name header circuit
 *           | "wave" name header { element [ place ] }
 * circuit   = { model } { cell } "top" name
 * model     = "model" name kind { key "=" number }
 * cell      = "cell" name "{" { port } { ( device | instance ) [ place ] } "}"
 * port      = "port" name ( "in" | "out" | "inout" )
 *             ( "signal" | "optical" | "control" | "supply" | "ground" )
 * instance  = "instance" name "of=" cell-name "nets=" words
 * place     = "at=" "[" x y [ column-pitch row-pitch ] "]" [ "in=" cell-path ]
 * words     = "[" { word } "]"
 * number:u  = number u                                       no blank before the unit
 * numbers:u = "[" { number [ "*" count ] } "]" u             n*c stands for c times n
 * data      = "%" base64-string | "@" name-string            in the text, or beside it
 * </pre>
 */
package pnnc.ir.netlist;
