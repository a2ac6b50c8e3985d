package pnnc.ir.wave;

import pnnc.ir.circuit.Attributes;

/** Measures the power through {@code region}: one number of an output. */
public record Detector(String name, Region region) implements WaveElement {
  static final String KEYWORD = "detector";

  static Detector read(String name, Attributes a) {
    return new Detector(name, Region.read(a));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    return region.describe(Attributes.builder()).build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.detector(this);
  }
}
