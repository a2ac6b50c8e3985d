package pnnc.layout.volume;

import pnnc.layout.volume.XmlTags.Tag;

/** What the first element of VTK image data says of the values. */
record VtiHeader(VtkNumbers numbers, boolean isCompressed) {
  /** What holds if nothing is said. */
  static final VtiHeader OLDEST = new VtiHeader(new VtkNumbers(4, false), false);

  /** The header in {@code tag}, whose faults are those of {@code fields}. */
  static VtiHeader of(Fields fields, Tag tag) {
    String type = tag.attribute("type", "");
    if (!type.equals("ImageData")) {
      throw fields.unsupported("`VTKFile type=\"%s\"`".formatted(type));
    }
    String order = tag.attribute("byte_order", "LittleEndian");
    if (!order.equals("LittleEndian") && !order.equals("BigEndian")) {
      throw fields.wrong("byte_order", order, "`LittleEndian` or `BigEndian`");
    }
    String width = tag.attribute("header_type", "UInt32");
    if (!width.equals("UInt32") && !width.equals("UInt64")) {
      throw fields.wrong("header_type", width, "`UInt32` or `UInt64`");
    }
    String compressor = tag.attribute("compressor", "");
    boolean isCompressed = compressor.equals("vtkZLibDataCompressor");
    if (!isCompressed && !compressor.isEmpty()) {
      throw fields.unsupported("compressor `%s`".formatted(compressor));
    }
    return new VtiHeader(
        new VtkNumbers(width.equals("UInt32") ? 4 : 8, order.equals("BigEndian")), isCompressed);
  }
}
