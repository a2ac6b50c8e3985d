package pnnc.layout.gds;

import java.io.ByteArrayOutputStream;
import pnnc.base.bytes.ByteSource;
import pnnc.layout.model.Layout;

/** Layouts to bytes and back. */
final class GdsFiles {
  private GdsFiles() {}

  static byte[] bytes(Layout layout, GdsOptions options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    layout.replay(new GdsWriter(out, options));
    return out.toByteArray();
  }

  static byte[] bytes(Layout layout) {
    return bytes(layout, GdsOptions.DEFAULT);
  }

  static Layout layout(byte[] bytes, GdsMode mode) {
    return GdsReader.layout(ByteSource.of("test.gds", bytes), mode);
  }

  static Layout layout(byte[] bytes) {
    return layout(bytes, GdsMode.TOLERANT);
  }
}
