package pnnc.ir.wave;

import pnnc.ir.circuit.Attributes;

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
  static final String KEYWORD = "volume";

  public IndexVolume {
    if (x0 < 0 || y0 < 0 || z0 < 0) {
      throw new IllegalArgumentException("begins at voxel %d, %d, %d".formatted(x0, y0, z0));
    }
    index.requireCount(size.count());
    if (index instanceof Samples.Levels levels) {
      Samples.requireIndex(levels.palette().min());
    }
  }

  static IndexVolume read(String name, Attributes a) {
    return new IndexVolume(
        name,
        a.integer("x0"),
        a.integer("y0"),
        a.integer("z0"),
        new Size3(a.integer("nx"), a.integer("ny"), a.integer("nz")),
        Samples.read(a, ""));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    var out = Attributes.builder().number("x0", x0).number("y0", y0).number("z0", z0);
    out.number("nx", size.nx()).number("ny", size.ny()).number("nz", size.nz());
    return index.describe(out, "", size.asList()).build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.indexVolume(this);
  }
}
