package pnnc.ir.wave;

import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

/** A modulator whose pixels carry the data; row by row they are one input of the netlist. */
public record InputPlane(String name, Plane plane, Modulation modulation) implements WaveElement {
  static final Form<InputPlane> FORM =
      new Form<>(
          "input-plane",
          (name, f) ->
              new InputPlane(
                  name,
                  f.part(InputPlane::plane, Plane::fields),
                  f.choice("modulation", Modulation.class, InputPlane::modulation)));

  /** What a pixel does to the light. */
  public enum Modulation {
    /** Multiplies its amplitude by the datum. */
    AMPLITUDE,
    /** Delays it by the datum, in radians. */
    PHASE
  }

  @Override
  public Described<InputPlane> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.inputPlane(this);
  }
}
