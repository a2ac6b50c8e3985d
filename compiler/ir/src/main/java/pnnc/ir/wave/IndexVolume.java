package pnnc.ir.wave;

import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Fields;
import pnnc.ir.circuit.Form;

/**
 * Refractive index in a block of the space's own voxels.
 *
 * @param x0 voxel of the space at which the block begins, at least 0
 * @param y0 voxel of the space at which the block begins, at least 0
 * @param z0 voxel of the space at which the block begins, at least 0
 * @param size voxels of the block
 * @param index refractive index of each voxel, above 0
 */
public record IndexVolume(String name, int x0, int y0, int z0, Size3 size, Samples index)
    implements WaveElement {
  static final Form<IndexVolume> FORM = new Form<>("volume", IndexVolume::fields);

  public IndexVolume {
    if (x0 < 0 || y0 < 0 || z0 < 0) {
      throw new IllegalArgumentException("begins at voxel %d, %d, %d".formatted(x0, y0, z0));
    }
    index.requireCount(size.count());
    if (index instanceof Samples.Levels levels) {
      Samples.requireIndex(levels.palette().min());
    }
  }

  private static IndexVolume fields(String name, Fields<IndexVolume> f) {
    int x0 = f.integer("x0", IndexVolume::x0);
    int y0 = f.integer("y0", IndexVolume::y0);
    int z0 = f.integer("z0", IndexVolume::z0);
    Size3 size = f.part(IndexVolume::size, Size3::fields);
    return new IndexVolume(
        name,
        x0,
        y0,
        z0,
        size,
        f.part(IndexVolume::index, s -> Samples.fields(s, "", size.asList())));
  }

  @Override
  public Described<IndexVolume> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.indexVolume(this);
  }
}
