package pnnc.ir.wave;

import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Fields;
import pnnc.ir.circuit.Form;

/**
 * A relief: material of one index on the plane, up to a height that differs from pixel to pixel.
 *
 * @param materialIndex refractive index of the relief, above 0; above it is background
 * @param heightMicrometres one for each pixel, at least 0
 */
public record HeightMap(String name, Plane plane, double materialIndex, Samples heightMicrometres)
    implements WaveElement {
  static final Form<HeightMap> FORM = new Form<>("height-map", HeightMap::fields);

  public HeightMap {
    Samples.requireIndex(materialIndex);
    heightMicrometres.requireCount(plane.count());
    if (heightMicrometres instanceof Samples.Levels levels && levels.palette().min() < 0) {
      throw new IllegalArgumentException(
          "height %s um is negative".formatted(levels.palette().min()));
    }
  }

  private static HeightMap fields(String name, Fields<HeightMap> f) {
    Plane plane = f.part(HeightMap::plane, Plane::fields);
    return new HeightMap(
        name,
        plane,
        f.number("material", HeightMap::materialIndex),
        f.part(HeightMap::heightMicrometres, s -> Samples.fields(s, "um", plane.sizes())));
  }

  @Override
  public Described<HeightMap> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.heightMap(this);
  }
}
