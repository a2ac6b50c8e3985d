package pnnc.layout.oasis;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import pnnc.base.bytes.ByteSource;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;

/** Layouts to bytes and back. */
final class OasisFiles {
  private OasisFiles() {}

  static byte[] write(Layout layout, OasisOptions options) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    layout.replay(new OasisWriter(bytes, options));
    return bytes.toByteArray();
  }

  static Layout read(byte[] bytes) {
    LayoutBuilder builder = new LayoutBuilder();
    new OasisReader().read(ByteSource.of("x.oas", bytes), builder);
    return builder.build();
  }

  /** A choice of options that takes every value of each at least once. */
  static List<OasisOptions> options() {
    List<OasisOptions> all = new ArrayList<>();
    OasisOptions standard = OasisOptions.DEFAULT;
    all.add(standard);
    all.add(OasisOptions.PLAIN);
    all.add(OasisOptions.PLAIN.withChecksum(OasisOptions.Checksum.NONE));
    all.add(
        standard
            .withBlocks(OasisOptions.Blocks.NONE)
            .withChecksum(OasisOptions.Checksum.CHECKSUM32));
    all.add(standard.withGathers(false));
    all.add(standard.withBlocks(OasisOptions.Blocks.CELL));
    all.add(standard.withWindow(3));
    return all;
  }
}
