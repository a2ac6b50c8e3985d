package pnnc.ir.wave;

import pnnc.ir.circuit.Attributes;

/**
 * A relief: material of one index on the plane, up to a height that differs from pixel to pixel.
 *
 * @param materialIndex refractive index of the relief, above 0; above it is background
 * @param heightMicrometres one for each pixel, at least 0
 */
public record HeightMap(String name, Plane plane, double materialIndex, Samples heightMicrometres)
    implements WaveElement {
  static final String KEYWORD = "height-map";

  public HeightMap {
    Samples.requireIndex(materialIndex);
    heightMicrometres.requireCount(plane.count());
    if (heightMicrometres instanceof Samples.Levels levels && levels.palette().min() < 0) {
      throw new IllegalArgumentException(
          "height %s um is negative".formatted(levels.palette().min()));
    }
  }

  static HeightMap read(String name, Attributes a) {
    return new HeightMap(name, Plane.read(a), a.number("material"), Samples.read(a, "um"));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    var out = plane.describe(Attributes.builder()).number("material", materialIndex);
    return heightMicrometres.describe(out, "um", plane.sizes()).build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.heightMap(this);
  }
}
