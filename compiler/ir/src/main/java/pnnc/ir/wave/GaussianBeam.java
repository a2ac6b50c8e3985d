package pnnc.ir.wave;

import pnnc.base.units.Micrometres;
import pnnc.ir.circuit.Attributes;

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
  static final String KEYWORD = "gaussian-beam";

  public GaussianBeam {
    waist.requirePositive("waist");
  }

  static GaussianBeam read(String name, Attributes a) {
    return new GaussianBeam(
        name,
        a.quantity("x", Micrometres.UNIT),
        a.quantity("y", Micrometres.UNIT),
        a.quantity("z", Micrometres.UNIT),
        a.quantity("waist", Micrometres.UNIT),
        Beam.read(a),
        Tilt.read(a));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    var out = Attributes.builder().quantity("x", x).quantity("y", y).quantity("z", z);
    return tilt.describe(beam.describe(out.quantity("waist", waist))).build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.gaussianBeam(this);
  }
}
