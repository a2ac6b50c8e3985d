package pnnc.ir.wave;

import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

/** Measures the power through {@code region}: one number of an output. */
public record Detector(String name, Region region) implements WaveElement {
  static final Form<Detector> FORM =
      new Form<>(
          "detector", (name, f) -> new Detector(name, f.part(Detector::region, Region::fields)));

  @Override
  public Described<Detector> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.detector(this);
  }
}
