/**
 * Event netlists: arrays of dendrites, transistors with many ferroelectric gates that conduct once
 * their gates were pulsed in one order. What a dendrite looks for is which channel each of its
 * gates is on, and in which order the gates stand: positions of vias, not conductances.
 *
 * <pre>
 * pnnc-netlist 1 event "a-before-b"
 * timing bins=8 bin-width=0.000002s reset-voltage=-4V reset-width=0.000001s read-voltage=0.8V
 * model mgfefet nls domains=20 ea_v=2.3
 * cell pair {
 *   port a in signal
 *   port b in signal
 *   port vs in supply
 *   port out out signal
 *   channel A input=a output=c0 amplitude=3.6V width=0.000001s
 *   channel B input=b output=c1 amplitude=3.6V width=0.000001s
 *   dendrite D supply=vs drain=d gates=[c0 c1] model=mgfefet width=0.5um gap=0.2um
 *     lengths=[0.5*2]um thresholds=[0.9*2]V polarization=[-1*2]
 *   soma S inputs=[d] gains=[1] output=out threshold=1e-8A leak=0.001s readout=spike
 * }
 * top pair
 * </pre>
 *
 * <p>Entries of a cell, in the grammar of {@code pnnc.ir.netlist}. {@code net} and {@code card} (a
 * model's name) are words, {@code nets} a list of words; {@code number:u} is a number, {@code
 * numbers:u} a list of numbers, in unit {@code u}.
 *
 * <pre>
 * header    = "timing" "bins=" number "bin-width=" number:s "reset-voltage=" number:V
 *             "reset-width=" number:s "read-voltage=" number:V
 * device    = channel | reference | dendrite | soma | axon
 * pulse     = "amplitude=" number:V "width=" number:s
 * channel   = "channel" name "input=" net "output=" net pulse
 * reference = "reference" name "output=" net "time=" number:s pulse
 * dendrite  = "dendrite" name "supply=" net "drain=" net "gates=" nets "model=" card
 *             "width=" number:um "gap=" number:um "lengths=" numbers:um "thresholds=" numbers:V
 *             "polarization=" numbers
 * soma      = "soma" name "inputs=" nets "gains=" numbers "output=" net "threshold=" number:A
 *             "leak=" number:s "readout=" ("spike" | "current")
 * axon      = "axon" name "input=" net "output=" net "delay=" number:s pulse
 * </pre>
 */
package pnnc.ir.event;
