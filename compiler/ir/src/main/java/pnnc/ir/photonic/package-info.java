/**
 * Photonic netlists: waveguides and what they join, for meshes of interferometers, programmable or
 * passive. Lengths, widths and gaps are read from geometry; a model card turns them into phase and
 * loss. The heater phase of a programmable mesh is not in the netlist: it comes from drive powers.
 *
 * <p>An optical net is a joint of exactly two waveguide ends. Drive and detector nets are
 * electrical.
 *
 * <pre>
 * pnnc-netlist 1 photonic "one-arm"
 * band shortest=1.5um design=1.55um longest=1.6um
 * model strip strip-waveguide loss_db_per_um=0.0002 n_eff=2.44 n_group=4.2
 * cell arm {
 *   port in1 in optical
 *   port out1 out optical
 *   waveguide W a=in1 b=out1 length=100um width=0.5um model=strip
 * }
 * top arm
 * </pre>
 *
 * <p>Entries of a cell, in the grammar of {@code pnnc.ir.netlist}. {@code end} (an optical net),
 * {@code net} and {@code card} (a model's name) are words, {@code ends} and {@code nets} lists of
 * words; {@code number:u} is a number, {@code numbers:u} a list of numbers, in unit {@code u}.
 *
 * <pre>
 * header     = "band" "shortest=" number:um "design=" number:um "longest=" number:um
 * device     = guide | junction | active | edge | mesh
 * guide      = "waveguide" name two "length=" number:um "width=" number:um "model=" card
 *            | "taper" name two "length=" number:um "width-a=" number:um "width-b=" number:um
 *              "model=" card
 *            | "bend" name two "length=" number:um "radius=" number:um "angle=" number:rad
 *              "width=" number:um "model=" card
 *            | "attenuator" name two "loss=" number:dB
 * two        = "a=" end "b=" end
 * junction   = "coupler" name "a1=" end "a2=" end "b1=" end "b2=" end "kappa=" number:rad
 *              "length=" number:um "gap=" number:um "width=" number:um "model=" card
 *            | "mmi" name "inputs=" ends "outputs=" ends "length=" number:um "width=" number:um
 *              "model=" card
 *            | "crossing" name "west=" end "east=" end "south=" end "north=" end "model=" card
 *            | "component" name "model=" card "ends=" ends
 * active     = "phase-shifter" name two "drive=" net "ground=" net "length=" number:um
 *              "width=" number:um "heater-length=" number:um "half-wave-power=" number:W
 *              "model=" card
 *            | "modulator" name two "drive=" net "ground=" net "length=" number:um
 *              "half-wave-voltage=" number:V "model=" card
 *            | "photodetector" name "input=" end "anode=" net "cathode=" net "model=" card
 *            | "laser" name "output=" end "wavelength=" number:um "power=" number:W "model=" card
 * edge       = "fibre-coupler" name "style=" ("grating" | "edge") "chip=" end "fibre=" end
 *              "loss=" number:dB "model=" card
 *            | "termination" name "input=" end "model=" card
 * mesh       = "mzi-mesh" name "inputs=" ends "outputs=" ends "model=" card "upper-modes=" numbers
 *              "first-couplers=" numbers:rad "second-couplers=" numbers:rad
 *              "outer-paths=" numbers:um "inner-paths=" numbers:um "output-paths=" numbers:um
 *              [ "drives=" nets "ground=" net "heater-length=" number:um
 *                "half-wave-power=" number:W ]
 * </pre>
 */
package pnnc.ir.photonic;
