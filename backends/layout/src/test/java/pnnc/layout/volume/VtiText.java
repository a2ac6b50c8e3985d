package pnnc.layout.volume;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.Deflater;

/** Writes VTK image data in all the ways that VTK has. */
final class VtiText {
  private final Volume volume;
  private final boolean isBig;
  private final boolean isWide;
  private final boolean isZipped;
  private final boolean isOfCells;

  private VtiText(Volume volume, Random random) {
    this.volume = volume;
    this.isBig = random.nextBoolean();
    this.isWide = random.nextBoolean();
    this.isZipped = random.nextBoolean();
    this.isOfCells = random.nextBoolean();
  }

  /** Where the values are. */
  enum Form {
    ASCII,
    BINARY,
    APPENDED_RAW,
    APPENDED_BASE64
  }

  static byte[] of(Volume volume, Form form, long seed) {
    return new VtiText(volume, new Random(seed)).write(form);
  }

  private byte[] write(Form form) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean isAppended = form == Form.APPENDED_RAW || form == Form.APPENDED_BASE64;
    String format = isAppended ? "appended" : form == Form.ASCII ? "ascii" : "binary";
    text(out, head());
    text(out, "<DataArray type='Int64' Name='other' format='ascii'>\n1 2 3\n</DataArray>\n");
    String array = "<DataArray type=\"%s\" Name=\"it\" format=\"%s\" offset=\"%d\">";
    int before = form == Form.APPENDED_BASE64 ? 4 : 3;
    text(out, array.formatted(volume.grid().type().vtk(), format, before));
    if (form == Form.ASCII) {
      text(out, ascii());
    } else if (!isAppended) {
      text(out, base64());
    }
    text(out, "\n<InformationKey name=\"x\"/></DataArray>\n");
    text(out, isOfCells ? "</CellData>" : "</PointData><CellData/>");
    text(out, "</Piece></ImageData>\n");
    if (isAppended) {
      String encoding = form == Form.APPENDED_RAW ? "raw" : "base64";
      text(out, "<AppendedData encoding=\"" + encoding + "\">\n  _");
      text(out, "AAAA".substring(0, before));
      if (form == Form.APPENDED_RAW) {
        out.writeBytes(lengths());
        out.writeBytes(values());
      } else {
        text(out, base64());
      }
      text(out, "\n</AppendedData>");
    }
    text(out, "</VTKFile>\n");
    return out.toByteArray();
  }

  private static void text(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private String head() {
    VolumeGrid grid = volume.grid();
    StringBuilder extent = new StringBuilder();
    StringBuilder origin = new StringBuilder();
    StringBuilder spacing = new StringBuilder();
    for (VolumeAxis axis : new VolumeAxis[] {grid.x(), grid.y(), grid.z()}) {
      extent.append("0 ").append(axis.samples() - (isOfCells ? 0 : 1)).append(' ');
      double step = axis.spacing().value();
      origin.append(axis.origin().value() - (isOfCells ? 0.5 * step : 0)).append(' ');
      spacing.append(step).append(' ');
    }
    return """
        <?xml version='1.0'?><!-- a > b -- ->
        -->
        <VTKFile type="ImageData" version="0.1" byte_order="%s"%s%s>
        <ImageData WholeExtent="%s" Origin="%s" Spacing = '%s'>
        <FieldData><DataArray type="Float64" Name="it" format="ascii">7</DataArray></FieldData>
        <Piece Extent="%s">
        %s Scalars="it">
        """
        .formatted(
            isBig ? "BigEndian" : "LittleEndian",
            isWide ? " header_type=\"UInt64\"" : "",
            isZipped ? " compressor=\"vtkZLibDataCompressor\"" : "",
            extent,
            origin,
            spacing,
            extent,
            isOfCells ? "<PointData></PointData><CellData" : "<PointData");
  }

  private String ascii() {
    StringBuilder text = new StringBuilder();
    ByteBuffer values =
        ByteBuffer.wrap(volume.values().toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    while (values.hasRemaining()) {
      String word =
          switch (volume.grid().type()) {
            case U8 -> Integer.toString(values.get() & 0xFF);
            case U16 -> Integer.toString(values.getShort() & 0xFFFF);
            case I16 -> Short.toString(values.getShort());
            case U32 -> Integer.toUnsignedString(values.getInt());
            case F32 -> Float.toString(values.getFloat());
            case F64 -> Double.toString(values.getDouble());
          };
      text.append(word).append(values.position() % 3 == 0 ? "\n" : " ");
    }
    return text.toString();
  }

  private String base64() {
    Base64.Encoder encoder = Base64.getEncoder();
    return "\n " + encoder.encodeToString(lengths()) + encoder.encodeToString(values()) + "\n";
  }

  private int block() {
    int width = volume.grid().type().bytes();
    return Math.max(width, volume.values().size() / 3 / width * width);
  }

  private byte[] lengths() {
    if (!isZipped) {
      return numbers(volume.values().size());
    }
    byte[][] parts = parts();
    int[] numbers = new int[3 + parts.length];
    numbers[0] = parts.length;
    numbers[1] = block();
    numbers[2] = volume.values().size() % block();
    for (int i = 0; i < parts.length; i++) {
      numbers[3 + i] = parts[i].length;
    }
    return numbers(numbers);
  }

  private byte[] numbers(int... numbers) {
    int width = isWide ? 8 : 4;
    ByteBuffer bytes = ByteBuffer.allocate(width * numbers.length);
    bytes.order(isBig ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    for (int number : numbers) {
      if (isWide) {
        bytes.putLong(number);
      } else {
        bytes.putInt(number);
      }
    }
    return bytes.array();
  }

  private byte[] values() {
    if (!isZipped) {
      return ordered();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts()) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private byte[][] parts() {
    byte[] values = ordered();
    byte[][] parts = new byte[(values.length + block() - 1) / block()][];
    for (int i = 0; i < parts.length; i++) {
      Deflater deflater = new Deflater();
      deflater.setInput(values, i * block(), Math.min(block(), values.length - i * block()));
      deflater.finish();
      byte[] bytes = new byte[values.length + 1000];
      int length = deflater.deflate(bytes);
      parts[i] = Arrays.copyOf(bytes, length);
      deflater.end();
    }
    return parts;
  }

  /** The values in the byte order of the file. */
  private byte[] ordered() {
    return isBig
        ? swapped(volume.values().toByteArray(), volume.grid().type().bytes())
        : volume.values().toByteArray();
  }

  static byte[] swapped(byte[] bytes, int width) {
    byte[] result = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      result[i] = bytes[i / width * width + width - 1 - i % width];
    }
    return result;
  }
}
