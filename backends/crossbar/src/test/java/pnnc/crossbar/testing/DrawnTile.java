package pnnc.crossbar.testing;

import java.io.ByteArrayOutputStream;
import java.util.function.UnaryOperator;
import pnnc.base.bytes.ByteSource;
import pnnc.crossbar.cell.CrosspointCell;
import pnnc.crossbar.cell.DesignRules;
import pnnc.crossbar.die.CrossbarEmitter;
import pnnc.crossbar.tile.TileDrawing;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;
import pnnc.layout.model.LayoutSink;
import pnnc.layout.oasis.OasisReader;
import pnnc.layout.oasis.OasisWriter;

/** One tile in {@code rom130}, drawn, written as OASIS and read again. */
public final class DrawnTile {
  public static final String NAME = "tile";

  private DrawnTile() {}

  /**
   * A tile of the given levels.
   *
   * @param change what stands between the drawing and the file: a fault, perhaps
   */
  public static Layout of(int[][] levels, UnaryOperator<LayoutSink> change) {
    LayoutBuilder layout = new LayoutBuilder();
    new OasisReader().read(ByteSource.of("tile.oas", bytes(levels, change)), layout);
    return layout.build();
  }

  /** The file, with a die around the tile. */
  public static byte[] bytes(int[][] levels, UnaryOperator<LayoutSink> change) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    LayoutSink out = change.apply(new OasisWriter(bytes));
    CrosspointCell cell = Processes.viaRom();
    out.begin("pnnc", Grid.NANOMETRE);
    for (int level = 0; level < cell.levels(); level++) {
      out.beginCell("XP" + level);
      cell.draw(level, out);
      out.endCell();
    }
    out.beginCell(NAME);
    drawing(levels).draw((i, j) -> levels[i][j], out);
    out.endCell();
    out.beginCell(CrossbarEmitter.TOP);
    out.reference(NAME, Transform.IDENTITY, Repetition.ONCE);
    out.endCell();
    out.end();
    return bytes.toByteArray();
  }

  public static TileDrawing drawing(int[][] levels) {
    return new TileDrawing(
        new DesignRules(Processes.rom130()),
        Processes.viaRom(),
        level -> "XP" + level,
        levels.length,
        levels[0].length);
  }
}
