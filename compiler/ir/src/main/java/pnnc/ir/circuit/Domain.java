package pnnc.ir.circuit;

/** What flows on a net. A net belongs to one domain and a terminal fits one. */
public enum Domain {
  /** Current and voltage, or pulses. Any number of terminals may share a net. */
  ELECTRICAL,
  /** Guided light. A net is a joint of exactly two waveguide ends. */
  OPTICAL
}
