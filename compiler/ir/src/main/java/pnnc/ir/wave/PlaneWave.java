package pnnc.ir.wave;

import pnnc.base.units.Micrometres;
import pnnc.ir.circuit.Attributes;

/**
 * Light of the same strength everywhere.
 *
 * @param z where it starts
 */
public record PlaneWave(String name, Micrometres z, Beam beam, Tilt tilt) implements WaveElement {
  static final String KEYWORD = "plane-wave";

  static PlaneWave read(String name, Attributes a) {
    return new PlaneWave(name, a.quantity("z", Micrometres.UNIT), Beam.read(a), Tilt.read(a));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    return tilt.describe(beam.describe(Attributes.builder().quantity("z", z))).build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.planeWave(this);
  }
}
