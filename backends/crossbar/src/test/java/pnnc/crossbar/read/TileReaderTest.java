package pnnc.crossbar.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.crossbar.cell.CrosspointCell;
import pnnc.crossbar.testing.DrawnTile;
import pnnc.crossbar.testing.Passing;
import pnnc.crossbar.testing.Processes;
import pnnc.ir.electrical.CrosspointArray;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layer;
import pnnc.layout.model.LayoutSink;

/** What is drawn is what is read; what is drawn otherwise is seen, and where. */
class TileReaderTest {
  private static final CrosspointCell CELL = Processes.viaRom();
  private static final int ROWS = 5;
  private static final int COLUMNS = 4;
  private static final int[][] LEVELS = random();

  /** No level twice in a row or a column, and each at least 1. */
  private static int[][] random() {
    SplittableRandom random = new SplittableRandom(7);
    int[][] levels = new int[ROWS][COLUMNS];
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < COLUMNS; j++) {
        levels[i][j] = 1 + (i * COLUMNS + j + random.nextInt(2)) % (CELL.levels() - 1);
      }
    }
    return levels;
  }

  private static ReadTile drawn(UnaryOperator<LayoutSink> change) {
    return ReadTile.of(DrawnTile.of(LEVELS, change));
  }

  private static ReadTile good() {
    return drawn(s -> s);
  }

  @Test
  void conductancesAreThoseOfTheLevels() {
    ReadTile seen = good();
    assertThat(seen.faults()).isEmpty();
    assertThat(seen.array().wordLines()).containsExactly("W0", "W1", "W2", "W3", "W4");
    assertThat(seen.array().bitLines()).containsExactly("B0", "B1", "B2", "B3");
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < COLUMNS; j++) {
        double meant = CELL.siemens(LEVELS[i][j]);
        assertThat(seen.siemens(i, j)).isCloseTo(meant, within(0.01 * meant));
      }
    }
  }

  /**
   * Two strips more, from one node at the left to the next: by hand 2 strips of 2400/350 squares of
   * 2000 ohm, 4 contacts of 152 ohm, 4 ends of 185/350 squares of 48.2 ohm, and two jumpers of li1.
   */
  @Test
  void aStripIsWorthItsSquaresAndItsContacts() {
    double[] ohms = new double[2];
    for (int k = 0; k < 2; k++) {
      int[][] levels = {{2 + 2 * k}};
      ohms[k] = 1 / ReadTile.of(DrawnTile.of(levels, s -> s)).siemens(0, 0);
    }
    double strips = 2 * 2400.0 / 350 * 2000 + 4 * 152 + 4 * 185.0 / 350 * 48.2;
    assertThat(ohms[0] - ohms[1]).isBetween(strips, strips + 4 * 12.8);
  }

  @Test
  void wiresAreTheirSquares() {
    CrosspointArray array = good().array();
    double perCell = 0.125 * CELL.width() / CELL.word().width();
    double perRow = 0.125 * CELL.height() / CELL.bit().width();
    for (int i = 0; i < ROWS; i++) {
      for (int j = 1; j < COLUMNS; j++) {
        assertThat(array.wires().wordOhms().get(array.index(i, j)))
            .isCloseTo(perCell, within(1e-12));
      }
    }
    int left = array.index(0, 0);
    assertThat(array.wires().wordOhms().get(left)).isBetween(perCell, 3 * perCell);
    double inColumn = 0;
    for (int i = 0; i < ROWS; i++) {
      inColumn += array.wires().bitOhms().get(array.index(i, 0));
    }
    assertThat(inColumn).isBetween(ROWS * perRow, (ROWS + 2) * perRow);
  }

  /**
   * A second via, on a node further from the word line, takes next to no current: both have one
   * potential but for what the first via drops. The cell conducts what the nearer node does, and
   * the bit line is left there, whichever is drawn first.
   */
  @ParameterizedTest
  @CsvSource({"9, 4", "4, 9"})
  void ofTwoViasTheOneThatTakesTheCurrentIsWhereTheBitLineIsLeft(int drawn, int added) {
    CrosspointArray near = ReadTile.of(DrawnTile.of(new int[][] {{9}, {9}}, s -> s)).array();
    ReadTile both =
        ReadTile.of(
            DrawnTile.of(
                new int[][] {{drawn}, {drawn}},
                s ->
                    new Passing(s) {
                      private boolean isCell;

                      @Override
                      public void beginCell(String name) {
                        super.beginCell(name);
                        isCell = name.equals("XP" + drawn);
                      }

                      @Override
                      public void endCell() {
                        if (isCell) {
                          CELL.draw(added, viasOnly(to));
                        }
                        super.endCell();
                      }
                    }));
    assertThat(both.faults()).isEmpty();
    for (int row = 0; row < 2; row++) {
      assertThat(both.siemens(row, 0))
          .isCloseTo(near.devices().conductanceSiemens().orElseThrow().get(row), within(1e-9));
      assertThat(both.array().wires().bitOhms().get(row))
          .isCloseTo(near.wires().bitOhms().get(row), within(1e-3));
    }
  }

  private static LayoutSink viasOnly(LayoutSink to) {
    return new Passing(to) {
      @Override
      public void box(Layer layer, int l, int b, int r, int t, Repetition repetition) {
        if (layer.equals(new Layer(68, 44))) {
          to.box(layer, l, b, r, t, repetition);
        }
      }
    };
  }

  @Test
  void oneLevelThatIsAnotherIsSeenThere() {
    Transform[] place = new Transform[1];
    int[] met = {0};
    ReadTile seen =
        drawn(
            s ->
                new Passing(s) {
                  @Override
                  public void reference(String cell, Transform at, Repetition repetition) {
                    boolean isIt = repetition == Repetition.ONCE && met[0]++ == 2 * COLUMNS + 1;
                    if (isIt) {
                      place[0] = at;
                    }
                    super.reference(isIt ? "XP0" : cell, at, repetition);
                  }
                });
    assertThat(place[0]).isNotNull();
    assertThat(seen.siemens(2, 1)).isZero();
    assertThat(differences(seen)).containsExactly("2,1");
  }

  private static List<String> differences(ReadTile seen) {
    ReadTile good = good();
    List<String> all = new java.util.ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < COLUMNS; j++) {
        if (seen.siemens(i, j) != good.siemens(i, j)) {
          all.add(i + "," + j);
        }
      }
    }
    return all;
  }

  /** One cell of its own whose via stands 300 nm beside its pad. */
  @Test
  void aViaBesideItsPadConductsNothing() {
    int level = LEVELS[1][2];
    int[] met = {0};
    Layer via = new Layer(68, 44);
    ReadTile seen =
        drawn(
            s ->
                new Passing(s) {
                  @Override
                  public void beginCell(String name) {
                    if (name.equals(DrawnTile.NAME)) {
                      to.beginCell("nudged");
                      CELL.draw(
                          level,
                          new Passing(to) {
                            @Override
                            public void box(
                                Layer layer, int l, int b, int r, int t, Repetition repetition) {
                              int by = layer.equals(via) ? 300 : 0;
                              to.box(layer, l, b + by, r, t + by, repetition);
                            }
                          });
                      to.endCell();
                    }
                    to.beginCell(name);
                  }

                  @Override
                  public void reference(String cell, Transform at, Repetition repetition) {
                    boolean isIt = repetition == Repetition.ONCE && met[0]++ == COLUMNS + 2;
                    super.reference(isIt ? "nudged" : cell, at, repetition);
                  }
                });
    assertThat(seen.siemens(1, 2)).isZero();
    assertThat(differences(seen)).containsExactly("1,2");
  }

  @Test
  void twoExchangedWordLinesAreReadInTheOrderOfTheirLabels() {
    ReadTile seen =
        drawn(
            s ->
                new Passing(s) {
                  @Override
                  public void label(Layer layer, String text, int x, int y, Repetition r) {
                    String other = text.equals("W1") ? "W3" : text.equals("W3") ? "W1" : text;
                    super.label(layer, other, x, y, r);
                  }
                });
    assertThat(seen.array().wordLines()).containsExactly("W0", "W3", "W2", "W1", "W4");
    assertThat(differences(seen)).isEmpty();
  }

  /** The piece of word line 2 between its port and the first cell ends early. */
  @Test
  void aCutWordLineLeavesItsCellsBehind() {
    long y = DrawnTile.drawing(LEVELS).wordY(2);
    Layer met1 = new Layer(68, 20);
    ReadTile seen =
        drawn(
            s ->
                new Passing(s) {
                  @Override
                  public void box(Layer layer, int l, int b, int r, int t, Repetition rep) {
                    boolean isIt = layer.equals(met1) && l == 0 && b < y && y < t;
                    super.box(layer, l, b, isIt ? r - 500 : r, t, rep);
                  }
                });
    assertThat(seen.faults().get(0)).hasToString("W2 meets no cell");
    List<TileFault> cells = seen.faults().subList(1, seen.faults().size());
    assertThat(cells).hasSize(COLUMNS).allMatch(f -> f.kind() == TileFault.Kind.STRAY);
    assertThat(cells.get(0).at().y()).isBetween((int) (y - CELL.height()), (int) y);
  }

  /** Of the row at the foot and the left column: what is drawn into the tile itself. */
  private static UnaryOperator<LayoutSink> added(Layer layer, int l, int b, int r, int t) {
    long x = DrawnTile.drawing(LEVELS).bitX(0) - CELL.bit().middle();
    long y = DrawnTile.drawing(LEVELS).wordY(ROWS - 1) - CELL.word().middle();
    return s ->
        new Passing(s) {
          @Override
          public void beginCell(String name) {
            super.beginCell(name);
            if (name.equals(DrawnTile.NAME)) {
              super.box(layer, (int) x + l, (int) y + b, (int) x + r, (int) y + t, Repetition.ONCE);
            }
          }
        };
  }

  /** A second via, on every pad at the left of that cell, is not the weight that it seems. */
  @Test
  void aViaThatTheTileAddsToACellIsSeen() {
    ReadTile seen = drawn(added(new Layer(68, 44), 730, 1000, 880, 15_500));
    assertThat(seen.faults()).anyMatch(f -> f.kind() == TileFault.Kind.TWICE);
  }

  @Test
  void aResistorOutsideOfCellsIsSeen() {
    Layer poly = new Layer(66, 20);
    UnaryOperator<LayoutSink> strip = added(poly, -9000, 0, -7000, 350);
    UnaryOperator<LayoutSink> marker = added(new Layer(66, 13), -8500, -50, -7500, 400);
    UnaryOperator<LayoutSink> implant = added(new Layer(79, 20), -8500, -50, -7500, 400);
    ReadTile seen = drawn(s -> implant.apply(marker.apply(strip.apply(s))));
    assertThat(seen.faults())
        .anyMatch(f -> f.kind() == TileFault.Kind.OWN && f.names().contains("resistor_urpm"));
  }

  @Test
  void bridgedBitLinesAreNamed() {
    long x = DrawnTile.drawing(LEVELS).bitX(1);
    Layer met2 = new Layer(69, 20);
    ReadTile seen =
        drawn(
            s ->
                new Passing(s) {
                  @Override
                  public void beginCell(String name) {
                    super.beginCell(name);
                    if (name.equals(DrawnTile.NAME)) {
                      int to = (int) (x + CELL.width());
                      super.box(met2, (int) x, 2000, to, 2200, Repetition.ONCE);
                    }
                  }
                });
    assertThat(seen.faults())
        .anySatisfy(
            f -> {
              assertThat(f.kind()).isEqualTo(TileFault.Kind.SHORT);
              assertThat(f.names()).containsExactly("B1", "B2");
            });
  }

  @Test
  void aDummyThatConductsIsStray() {
    int[] met = {0};
    ReadTile seen =
        drawn(
            s ->
                new Passing(s) {
                  @Override
                  public void reference(String cell, Transform at, Repetition repetition) {
                    boolean isDummy = repetition != Repetition.ONCE && met[0]++ == 2;
                    super.reference(isDummy ? "XP9" : cell, at, repetition);
                  }
                });
    assertThat(seen.faults()).hasSize(ROWS).allMatch(f -> f.names().contains("XP9"));
  }
}
