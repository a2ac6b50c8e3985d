package pnnc.crossbar.testing;

import java.io.ByteArrayOutputStream;
import java.util.function.UnaryOperator;
import pnnc.base.bytes.ByteSource;
import pnnc.base.process.ProcessRules;
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

/** One tile, drawn, written as OASIS and read again; in {@code rom130} unless a cell is given. */
public final class DrawnTile {
  public static final String NAME = "tile";

  private DrawnTile() {}

  /**
   * A tile of the given levels.
   *
   * @param change what stands between the drawing and the file: a fault, perhaps
   */
  public static Layout of(int[][] levels, UnaryOperator<LayoutSink> change) {
    return read(bytes(levels, change));
  }

  /** The file, with a die around the tile. */
  public static byte[] bytes(int[][] levels, UnaryOperator<LayoutSink> change) {
    return bytes(Processes.rom130(), Processes.viaRom(), levels, change);
  }

  /** A tile of memories in {@code reram130}, with a die around it. */
  public static byte[] memories(int rows, int columns, UnaryOperator<LayoutSink> change) {
    return bytes(Processes.reram130(), Processes.memory(), new int[rows][columns], change);
  }

  private static byte[] bytes(
      ProcessRules process, CrosspointCell cell, int[][] levels, UnaryOperator<LayoutSink> change) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    LayoutSink out = change.apply(new OasisWriter(bytes));
    out.begin("pnnc", Grid.NANOMETRE);
    for (int drawing = 0; drawing < cell.drawings(); drawing++) {
      out.beginCell("XP" + drawing);
      cell.draw(drawing, out);
      out.endCell();
    }
    out.beginCell(NAME);
    drawing(process, cell, levels).draw((i, j) -> levels[i][j], out);
    out.endCell();
    out.beginCell(CrossbarEmitter.TOP);
    out.reference(NAME, Transform.IDENTITY, Repetition.ONCE);
    out.endCell();
    out.end();
    return bytes.toByteArray();
  }

  public static TileDrawing drawing(int[][] levels) {
    return drawing(Processes.rom130(), Processes.viaRom(), levels);
  }

  public static TileDrawing memoryDrawing(int rows, int columns) {
    return drawing(Processes.reram130(), Processes.memory(), new int[rows][columns]);
  }

  private static TileDrawing drawing(ProcessRules process, CrosspointCell cell, int[][] levels) {
    return new TileDrawing(
        new DesignRules(process), cell, n -> "XP" + n, levels.length, levels[0].length);
  }

  /** The layout in a file. */
  public static Layout read(byte[] bytes) {
    LayoutBuilder layout = new LayoutBuilder();
    new OasisReader().read(ByteSource.of("tile.oas", bytes), layout);
    return layout.build();
  }
}
