package pnnc.crossbar.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import pnnc.base.bytes.ByteSource;
import pnnc.crossbar.cell.CrosspointCell;
import pnnc.crossbar.tile.TileDrawing;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.LayoutSink;
import pnnc.layout.oasis.OasisReader;
import pnnc.layout.oasis.OasisWriter;

/** Layouts of bundles that somebody edits between the compiler and the judge. */
public final class EditedLayout {
  private EditedLayout() {}

  /** Passes {@code file} through {@code change}. */
  public static void edit(Path file, UnaryOperator<LayoutSink> change) throws IOException {
    byte[] old = Files.readAllBytes(file);
    ByteArrayOutputStream edited = new ByteArrayOutputStream();
    new OasisReader().read(ByteSource.of("top.oas", old), change.apply(new OasisWriter(edited)));
    Files.write(file, edited.toByteArray());
  }

  /**
   * Passes one tile on crossing by crossing; to plant a fault, override what is to be different.
   */
  public static class InTile extends Passing {
    private final String tile;
    private final TileDrawing drawing;
    private final CrosspointCell crosspoint = Processes.viaRom();
    private boolean isInside;

    /**
     * Edits the cell {@code tile} of what goes to {@code to}.
     *
     * @param drawing how the tile is drawn
     */
    public InTile(LayoutSink to, String tile, TileDrawing drawing) {
      super(to);
      this.tile = tile;
      this.drawing = drawing;
    }

    protected boolean isInside() {
      return isInside;
    }

    @Override
    public void beginCell(String name) {
      isInside = name.equals(tile);
      super.beginCell(name);
    }

    /** The cell that stands where {@code name} stood; row and column may be those of dummies. */
    protected String crossing(int row, int column, String name) {
      return name;
    }

    @Override
    public void reference(String name, Transform at, Repetition repetition) {
      if (isInside && name.startsWith("XP")) {
        repetition.forEach((dx, dy) -> one(name, at.shift().x() + dx, at.shift().y() + dy));
      } else {
        super.reference(name, at, repetition);
      }
    }

    private void one(String name, int x, int y) {
      long right = x + crosspoint.bit().middle() - drawing.bitX(0);
      long down = drawing.wordY(0) - y - crosspoint.word().middle();
      int column = (int) Math.floorDiv(right, crosspoint.width());
      int row = (int) Math.floorDiv(down, crosspoint.height());
      super.reference(crossing(row, column, name), Transform.shift(x, y), Repetition.ONCE);
    }
  }
}
