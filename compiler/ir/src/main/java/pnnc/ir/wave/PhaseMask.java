package pnnc.ir.wave;

import pnnc.ir.circuit.Attributes;

/**
 * A mask of no thickness that only delays light. A stack of these is the cheapest trained volume.
 *
 * @param phaseRadians one for each pixel
 */
public record PhaseMask(String name, Plane plane, Samples phaseRadians) implements WaveElement {
  static final String KEYWORD = "phase-mask";

  public PhaseMask {
    phaseRadians.requireCount(plane.count());
  }

  static PhaseMask read(String name, Attributes a) {
    return new PhaseMask(name, Plane.read(a), Samples.read(a, "rad"));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    return phaseRadians
        .describe(plane.describe(Attributes.builder()), "rad", plane.sizes())
        .build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.phaseMask(this);
  }
}
