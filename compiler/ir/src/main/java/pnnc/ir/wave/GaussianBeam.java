package pnnc.ir.wave;

import pnnc.base.units.Micrometres;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

/**
 * A Gaussian beam that starts at its waist.
 *
 * @param x of the centre of the waist
 * @param y of the centre of the waist
 * @param z where it starts
 * @param waist radius at which the field has fallen to 1/e, above 0
 */
public record GaussianBeam(
    String name,
    Micrometres x,
    Micrometres y,
    Micrometres z,
    Micrometres waist,
    Beam beam,
    Tilt tilt)
    implements WaveElement {
  static final Form<GaussianBeam> FORM =
      new Form<>(
          "gaussian-beam",
          (name, f) ->
              new GaussianBeam(
                  name,
                  f.quantity("x", Micrometres.UNIT, GaussianBeam::x),
                  f.quantity("y", Micrometres.UNIT, GaussianBeam::y),
                  f.quantity("z", Micrometres.UNIT, GaussianBeam::z),
                  f.quantity("waist", Micrometres.UNIT, GaussianBeam::waist),
                  f.part(GaussianBeam::beam, Beam::fields),
                  f.part(GaussianBeam::tilt, Tilt::fields)));

  public GaussianBeam {
    waist.requirePositive("waist");
  }

  @Override
  public Described<GaussianBeam> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.gaussianBeam(this);
  }
}
