package pnnc.ir.wave;

import pnnc.base.units.Micrometres;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

/**
 * Light of the same strength everywhere.
 *
 * @param z where it starts
 */
public record PlaneWave(String name, Micrometres z, Beam beam, Tilt tilt) implements WaveElement {
  static final Form<PlaneWave> FORM =
      new Form<>(
          "plane-wave",
          (name, f) ->
              new PlaneWave(
                  name,
                  f.quantity("z", Micrometres.UNIT, PlaneWave::z),
                  f.part(PlaneWave::beam, Beam::fields),
                  f.part(PlaneWave::tilt, Tilt::fields)));

  @Override
  public Described<PlaneWave> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.planeWave(this);
  }
}
