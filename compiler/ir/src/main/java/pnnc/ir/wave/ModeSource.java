package pnnc.ir.wave;

import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

/**
 * Light in a guided mode of the index that lies under {@code region}.
 *
 * @param order of the mode, 0 for the one of highest effective index
 */
public record ModeSource(String name, Region region, int order, Beam beam) implements WaveElement {
  static final Form<ModeSource> FORM =
      new Form<>(
          "mode-source",
          (name, f) ->
              new ModeSource(
                  name,
                  f.part(ModeSource::region, Region::fields),
                  f.integer("order", ModeSource::order),
                  f.part(ModeSource::beam, Beam::fields)));

  public ModeSource {
    if (order < 0) {
      throw new IllegalArgumentException("mode of order " + order);
    }
  }

  @Override
  public Described<ModeSource> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.modeSource(this);
  }
}
