package pnnc.ir.wave;

import pnnc.ir.circuit.Attributes;

/** A modulator whose pixels carry the data; row by row they are one input of the netlist. */
public record InputPlane(String name, Plane plane, Modulation modulation) implements WaveElement {
  static final String KEYWORD = "input-plane";

  /** What a pixel does to the light. */
  public enum Modulation {
    /** Multiplies its amplitude by the datum. */
    AMPLITUDE,
    /** Delays it by the datum, in radians. */
    PHASE
  }

  static InputPlane read(String name, Attributes a) {
    return new InputPlane(name, Plane.read(a), a.choice("modulation", Modulation.class));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    return plane.describe(Attributes.builder()).choice("modulation", modulation).build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.inputPlane(this);
  }
}
