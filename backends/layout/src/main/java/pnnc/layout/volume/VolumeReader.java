package pnnc.layout.volume;

import java.util.HexFormat;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;
import pnnc.layout.text.ByteCursor;

/**
 * Reads volumes into sinks, VTK image data and NRRD alike, in bounded memory.
 *
 * <p>VTK: one piece; the array that {@code Scalars} names, else the first, of the points, else of
 * the cells, which are half a step from the points; as text, base64 or appended, also compressed by
 * zlib; either byte order. XML has neither document types nor entities.
 *
 * <p>NRRD: 0001 to 0005, three axes, values in the same file, raw, gzip or as text, either byte
 * order. Lengths without units are um.
 */
public final class VolumeReader {
  private VolumeReader() {}

  /**
   * Gives what {@code source} holds to {@code sink}, which may have taken a part of it when a fault
   * comes up.
   *
   * @throws DiagnosedException with the place, if it is no volume, is damaged or not supported
   */
  public static void read(ByteSource source, VolumeSink sink) {
    ByteCursor cursor = new ByteCursor(source);
    byte[] first = new byte[(int) Math.min(8, source.size())];
    int length = cursor.read(first, 0, first.length);
    cursor.seek(0);
    if (length > 0 && first[0] == 'N') {
      new NrrdReader(cursor, sink).read();
    } else if (length > 0 && (first[0] == '<' || (first[0] <= ' ' && first[0] > 0))) {
      new VtiReader(cursor, sink).read();
    } else {
      String opening = HexFormat.ofDelimiter(" ").formatHex(first, 0, length);
      String shown = length == 0 ? "nothing" : opening;
      throw cursor.fault(DiagnosticCode.VOLUME_KIND, shown);
    }
  }

  /** The volume in memory; throws as {@link #read}, and if it takes more than 2 GiB. */
  public static Volume volume(ByteSource source) {
    Volume.Builder builder = new Volume.Builder();
    try {
      read(source, builder);
    } catch (DiagnosedException e) {
      Diagnostic fault = e.diagnostics().get(0);
      throw fault.place().isPresent()
          ? e
          : new DiagnosedException(fault.at(new Place.ByteOffset(source.name(), 0)));
    }
    return builder.build();
  }
}
