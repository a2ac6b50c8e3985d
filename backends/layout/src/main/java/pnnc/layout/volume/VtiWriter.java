package pnnc.layout.volume;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import pnnc.layout.text.Decimal;

/**
 * Writes VTK image data: XML, then the values as they are, as the one array {@code values} of the
 * points. The same bytes for the same volume; lengths are um. The stream is flushed at the end, not
 * closed.
 *
 * <p>Pieces that do not fit are refused with {@code IllegalArgumentException}, an early end with
 * {@code IllegalStateException}.
 */
public final class VtiWriter implements VolumeSink {
  private final Output out;

  public VtiWriter(OutputStream out) {
    this.out = new Output(out);
  }

  @Override
  public void begin(VolumeGrid grid) {
    out.begin(grid);
    VolumeAxis x = grid.x();
    VolumeAxis y = grid.y();
    VolumeAxis z = grid.z();
    String extent = "0 %d 0 %d 0 %d".formatted(x.samples() - 1, y.samples() - 1, z.samples() - 1);
    String origin = three(x.origin().value(), y.origin().value(), z.origin().value());
    String spacing = three(x.spacing().value(), y.spacing().value(), z.spacing().value());
    out.text(
        """
        <?xml version="1.0"?>
        <!-- lengths in um -->
        <VTKFile type="ImageData" version="1.0" byte_order="LittleEndian" header_type="UInt64">
        <ImageData WholeExtent="%s" Origin="%s" Spacing="%s">
        <Piece Extent="%s">
        <PointData Scalars="values">
        <DataArray type="%s" Name="values" format="appended" offset="0"/>
        </PointData>
        <CellData>
        </CellData>
        </Piece>
        </ImageData>
        <AppendedData encoding="raw">
        _"""
            .formatted(extent, origin, spacing, extent, grid.type().vtk()));
    byte[] size = new byte[Long.BYTES];
    ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN).putLong(grid.bytes());
    out.write(size, 0, size.length);
  }

  private static String three(double x, double y, double z) {
    return Decimal.text(x) + " " + Decimal.text(y) + " " + Decimal.text(z);
  }

  @Override
  public void values(ByteBuffer littleEndian) {
    out.count(littleEndian);
    out.write(littleEndian);
  }

  @Override
  public void end() {
    out.requireAll();
    out.text("\n</AppendedData>\n</VTKFile>\n");
    out.flush();
  }
}
