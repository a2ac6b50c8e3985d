package pnnc.crossbar.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import pnnc.crossbar.cell.CrosspointCell;
import pnnc.crossbar.testing.DrawnTile;
import pnnc.crossbar.testing.Passing;
import pnnc.crossbar.testing.Processes;
import pnnc.crossbar.tile.TileDrawing;
import pnnc.ir.circuit.Reals;
import pnnc.ir.electrical.CrosspointArray;
import pnnc.layout.extract.Extraction;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layer;
import pnnc.layout.model.LayoutSink;

/** Memories behind transistors: what is written is read through what is drawn. */
class MemoryTileTest {
  private static final CrosspointCell CELL = Processes.memory();
  private static final int ROWS = 3;
  private static final int COLUMNS = 4;

  private record Seen(CrosspointArray array, List<TileFault> faults) {
    double siemens(int row, int column) {
      Reals all = array.devices().conductanceSiemens().orElseThrow();
      return all.get(array.index(row, column));
    }
  }

  private static int level(int row, int column) {
    return (5 * row + 3 * column) % CELL.levels();
  }

  private static Seen drawn(UnaryOperator<LayoutSink> change) {
    Extraction extraction =
        Extraction.of(
            DrawnTile.read(DrawnTile.memories(ROWS, COLUMNS, change)),
            Processes.reram130(),
            DrawnTile.NAME);
    TileReader reader = new TileReader(Processes.reram130(), CELL, extraction, extraction.top());
    CrosspointArray array =
        ReadTile.array(reader.read((word, bit) -> CELL.written(level(word, bit)).orElseThrow()));
    return new Seen(array, reader.faults());
  }

  @Test
  void whatIsWrittenIsReadThroughTheTransistor() {
    Seen seen = drawn(s -> s);
    assertThat(seen.faults).isEmpty();
    assertThat(seen.array.wordLines()).containsExactly("W0", "W1", "W2");
    assertThat(seen.array.bitLines()).containsExactly("B0", "B1", "B2", "B3");
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < COLUMNS; j++) {
        double meant = CELL.siemens(level(i, j));
        assertThat(seen.siemens(i, j)).isCloseTo(meant, within(0.01 * meant));
      }
    }
  }

  /** By hand: 2 um of met1 and 2.6 um of met2, 1 um wide, of 0.125 ohm for a square. */
  @Test
  void wiresAreTheirSquares() {
    CrosspointArray array = drawn(s -> s).array;
    assertThat(array.wires().wordOhms().get(array.index(1, 2))).isCloseTo(0.125 * 2, within(1e-12));
    assertThat(array.wires().bitOhms().get(array.index(0, 2)))
        .isCloseTo(0.125 * 2.6, within(1e-12));
  }

  /** One cell, the seventh, is another. */
  private static Seen exchanged(String name, UnaryOperator<LayoutSink> drawing) {
    int[] met = {0};
    return drawn(
        s ->
            new Passing(s) {
              @Override
              public void beginCell(String cell) {
                if (cell.equals(DrawnTile.NAME)) {
                  to.beginCell(name);
                  CELL.draw(1, drawing.apply(to));
                  to.endCell();
                }
                to.beginCell(cell);
              }

              @Override
              public void reference(String cell, Transform at, Repetition repetition) {
                boolean isIt = repetition == Repetition.ONCE && met[0]++ == COLUMNS + 2;
                super.reference(isIt ? name : cell, at, repetition);
              }
            });
  }

  private static UnaryOperator<LayoutSink> without(Layer missing) {
    return s ->
        new Passing(s) {
          @Override
          public void box(Layer layer, int l, int b, int r, int t, Repetition repetition) {
            if (!layer.equals(missing)) {
              super.box(layer, l, b, r, t, repetition);
            }
          }
        };
  }

  @Test
  void aPlainViaIsNoMemory() {
    assertThat(exchanged("plain", without(new Layer(201, 20))).faults)
        .containsExactly(new TileFault(TileFault.Kind.MEMORY, List.of("W1", "B2"), placeOf(1, 2)));
  }

  @Test
  void aMissingViaIsNoMemory() {
    assertThat(exchanged("open", without(new Layer(68, 44))).faults)
        .extracting(TileFault::kind, TileFault::names)
        .contains(tuple(TileFault.Kind.MEMORY, List.of("W1", "B2")));
  }

  private static Point placeOf(int row, int column) {
    TileDrawing tile = DrawnTile.memoryDrawing(ROWS, COLUMNS);
    return new Point(
        (int) (tile.bitX(column) - CELL.bit().middle()),
        (int) (tile.wordY(row) - CELL.word().middle()));
  }

  @Test
  void exchangedGatesAreSeenInBothRows() {
    Seen seen =
        drawn(
            s ->
                new Passing(s) {
                  @Override
                  public void label(Layer layer, String text, int x, int y, Repetition r) {
                    String other = text.equals("G1") ? "G2" : text.equals("G2") ? "G1" : text;
                    super.label(layer, other, x, y, r);
                  }
                });
    assertThat(seen.faults)
        .hasSize(2 * COLUMNS)
        .allMatch(f -> f.kind() == TileFault.Kind.GATE && !f.names().contains("W0"));
  }

  @Test
  void aCutGateIsSeen() {
    Layer poly = new Layer(66, 20);
    int[] met = {0};
    Seen seen =
        drawn(
            s ->
                new Passing(s) {
                  private boolean isTile;

                  @Override
                  public void beginCell(String name) {
                    isTile = name.equals(DrawnTile.NAME);
                    super.beginCell(name);
                  }

                  @Override
                  public void box(Layer layer, int l, int b, int r, int t, Repetition rep) {
                    boolean isIt = isTile && layer.equals(poly) && met[0]++ == 2;
                    super.box(layer, isIt ? l + 250 : l, b, r, t, rep);
                  }
                });
    assertThat(seen.faults)
        .hasSize(COLUMNS)
        .allMatch(f -> f.kind() == TileFault.Kind.GATE && f.names().contains("W1"));
  }
}
