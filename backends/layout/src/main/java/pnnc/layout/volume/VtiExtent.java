package pnnc.layout.volume;

/** Where the points of VTK image data are: first and last along each axis, origin, spacing. */
final class VtiExtent {
  private static final String IDENTITY = "1 0 0 0 1 0 0 0 1";

  private final String text;
  private final int[] extent;
  private final double[] origin;
  private final double[] spacing;

  private VtiExtent(String text, int[] extent, double[] origin, double[] spacing) {
    this.text = text;
    this.extent = extent;
    this.origin = origin;
    this.spacing = spacing;
  }

  /** The extent as the file has it: first and last point along x, y and z. */
  String text() {
    return text;
  }

  static VtiExtent of(Fields fields, XmlTags.Tag tag) {
    String text = tag.attribute("WholeExtent", "");
    int[] extent = fields.integers("WholeExtent", text, 6);
    double[] origin = fields.numbers("Origin", tag.attribute("Origin", "0 0 0"), 3);
    double[] spacing = fields.numbers("Spacing", tag.attribute("Spacing", "1 1 1"), 3);
    double[] turned = fields.numbers("Direction", tag.attribute("Direction", IDENTITY), 9);
    for (int i = 0; i < 9; i++) {
      if (turned[i] != (i % 4 == 0 ? 1 : 0)) {
        throw fields.unsupported("axes that are not those of space");
      }
    }
    return new VtiExtent(text, extent, origin, spacing);
  }

  /** The grid of values at the points, or of the cells between them. */
  VolumeGrid grid(Fields fields, VolumeType type, boolean isOfCells) {
    int[] samples = new int[3];
    double[] first = new double[3];
    for (int i = 0; i < 3; i++) {
      long count = (long) extent[2 * i + 1] - extent[2 * i] + (isOfCells ? 0 : 1);
      if (count < 1 || count > Integer.MAX_VALUE) {
        throw fields.wrong("WholeExtent", text, "at least one voxel along each axis");
      }
      samples[i] = (int) count;
      first[i] = origin[i] + (extent[2 * i] + (isOfCells ? 0.5 : 0)) * spacing[i];
    }
    return fields.grid(type, samples, first, spacing);
  }
}
