package pnnc.ir.wave;

import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Fields;
import pnnc.ir.circuit.Form;

/**
 * A mask of no thickness that only delays light. A stack of these is the cheapest trained volume.
 *
 * @param phaseRadians one for each pixel
 */
public record PhaseMask(String name, Plane plane, Samples phaseRadians) implements WaveElement {
  static final Form<PhaseMask> FORM = new Form<>("phase-mask", PhaseMask::fields);

  public PhaseMask {
    phaseRadians.requireCount(plane.count());
  }

  private static PhaseMask fields(String name, Fields<PhaseMask> f) {
    Plane plane = f.part(PhaseMask::plane, Plane::fields);
    return new PhaseMask(
        name, plane, f.part(PhaseMask::phaseRadians, s -> Samples.fields(s, "rad", plane.sizes())));
  }

  @Override
  public Described<PhaseMask> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.phaseMask(this);
  }
}
