/**
 * Electrical netlists: resistive crossbars, their access transistors and what drives and reads
 * them. Wires are devices here: a {@link pnnc.ir.electrical.Resistor} is a stretch of metal or a
 * via with the resistance that its geometry and the process corner give it.
 *
 * <p>A tile of a thousand by a thousand crosspoints is one {@link
 * pnnc.ir.electrical.CrosspointArray} of a few number arrays. Its geometry is that of the solvers:
 * word lines driven from the left, bit lines sensed at the foot.
 *
 * <pre>
 * pnnc-netlist 1 electrical "one-cell"
 * model hfo2 reram gap_nm=5
 * cell tile {
 *   port W0 in signal
 *   port B0 out signal
 *   crosspoint X word-line=n bit-line=B0 model=hfo2 area=0.1024um2 cuts=1 level=3 conductance=0.00002S
 *   resistor R role=segment a=W0 b=n resistance=0.78ohm
 * }
 * top tile
 * </pre>
 *
 * <p>Entries of a cell, in the grammar of {@code pnnc.ir.netlist}. {@code net} and {@code card} (a
 * model's name) are words, {@code nets} a list of words; {@code number:u} is a number, {@code
 * numbers:u} a list of numbers, in unit {@code u}.
 *
 * <pre>
 * device     = resistor | capacitor | crosspoint | array | transistor | diode | source | box
 * resistor   = "resistor" name "role=" ("segment" | "via" | "film") "a=" net "b=" net
 *              "resistance=" number:ohm
 * capacitor  = "capacitor" name "a=" net "b=" net "capacitance=" number:F
 * crosspoint = "crosspoint" name "word-line=" net "bit-line=" net "model=" card "area=" number:um2
 *              "cuts=" number "level=" number [ "conductance=" number:S ]
 * array      = "crosspoint-array" name "word-lines=" nets "bit-lines=" nets "model=" card
 *              "area=" numbers:um2 "cuts=" numbers "levels=" numbers [ "conductance=" numbers:S ]
 *              "word-segments=" numbers:ohm "bit-segments=" numbers:ohm [ access ]
 * access     = "source-lines=" nets "bulk=" net "access-model=" card "access-width=" number:um
 *              "access-length=" number:um "source-segments=" numbers:ohm
 * transistor = "transistor" name "gate=" net "drain=" net "source=" net "bulk=" net "model=" card
 *              "width=" number:um "length=" number:um
 * diode      = "diode" name "anode=" net "cathode=" net "model=" card "area=" number:um2
 * source     = "voltage-source" name "plus=" net "minus=" net "voltage=" number:V
 *            | "current-source" name "from=" net "to=" net "current=" number:A
 * box        = "box" name "model=" card "ports=" nets "nets=" nets
 * </pre>
 */
package pnnc.ir.electrical;
