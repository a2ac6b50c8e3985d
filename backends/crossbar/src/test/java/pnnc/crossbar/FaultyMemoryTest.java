package pnnc.crossbar;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.crossbar.cell.CrosspointCell;
import pnnc.crossbar.program.ProgramFormat;
import pnnc.crossbar.testing.DigitsBundle;
import pnnc.crossbar.testing.DrawnTile;
import pnnc.crossbar.testing.EditedLayout;
import pnnc.crossbar.testing.Passing;
import pnnc.crossbar.testing.Processes;
import pnnc.crossbar.tile.TileDrawing;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.model.Layer;
import pnnc.layout.model.LayoutSink;

/** Memories that hold other weights than they should, and lines that are not as they should be. */
class FaultyMemoryTest {
  private static final String TILE = "fc1.0.0.0";
  private static final CrosspointCell CELL = Processes.memory();
  private static final TileDrawing DRAWING = DrawnTile.memoryDrawing(102, 64);
  private static final Layer MET1 = new Layer(68, 20);
  private static final Layer MET2 = new Layer(69, 20);

  @TempDir static Path shared;
  @TempDir Path folder;

  private static DigitsBundle compiled;
  private DigitsBundle bundle;

  @BeforeAll
  static void compile() {
    compiled = DigitsBundle.compile("reram", shared.resolve("digits"));
  }

  @BeforeEach
  void copy() throws IOException {
    bundle = compiled.copy(folder.resolve("digits"));
  }

  @Test
  void whatIsAsItWasHasNoFaults() {
    assertThat(bundle.faults()).isEmpty();
  }

  /** One level is a sixty-third of the range. */
  @ParameterizedTest
  @ValueSource(ints = {1, -1, 5})
  void aLevelThatIsAnotherIsLocated(int by) throws IOException {
    writeAnother(17, 20, by);
    List<JsonObject> faults = bundle.faults();
    assertThat(faults).hasSize(1);
    assertThat(faults.get(0).get("unit").getAsString()).isEqualTo(TILE);
    assertThat(faults.get(0).get("driven")).hasToString("[\"W17\"]");
    assertThat(faults.get(0).get("read")).hasToString("[\"B20\",\"B21\"]");
    assertThat(faults.get(0).get("input").getAsInt()).isEqualTo(17);
    assertThat(faults.get(0).get("output").getAsInt()).isEqualTo(10);
  }

  /** Writes a level into a cell that is by so many above its own. */
  private void writeAnother(int row, int column, int by) throws IOException {
    Path program = bundle.file(ProgramFormat.path(TILE));
    List<String> lines = new ArrayList<>(Files.readAllLines(program));
    double step = CELL.written(1).orElseThrow() - CELL.written(0).orElseThrow();
    for (int k = 0; k < lines.size(); k++) {
      if (lines.get(k).startsWith(row + "," + column + ",")) {
        double other = Double.parseDouble(List.of(lines.get(k).split(",", -1)).get(2)) + by * step;
        assertThat(other).isBetween(CELL.written(0).orElseThrow(), CELL.written(63).orElseThrow());
        lines.set(k, row + "," + column + "," + other);
      }
    }
    Files.write(program, lines);
  }

  @Test
  void exchangedRowsOfTheProgramAreLocated() throws IOException {
    Path program = bundle.file(ProgramFormat.path(TILE));
    Files.write(
        program,
        Files.readAllLines(program).stream()
            .map(line -> line.replaceFirst("^30,", "row,"))
            .map(line -> line.replaceFirst("^43,", "30,"))
            .map(line -> line.replaceFirst("^row,(?=\\d)", "43,"))
            .toList());
    assertThat(bundle.faults().stream().map(f -> f.get("driven").toString()))
        .containsExactlyInAnyOrder("[\"W30\"]", "[\"W43\"]");
  }

  @Test
  void aCutWordLineIsNamed() throws IOException {
    long y = DRAWING.wordY(2);
    EditedLayout.edit(
        bundle.file("layout/top.oas"),
        s ->
            new InTile(s) {
              @Override
              public void box(Layer layer, int l, int b, int r, int t, Repetition rep) {
                boolean isLine = isInside && layer.equals(MET1) && l == 0;
                if (isLine) {
                  rep.forEach((dx, dy) -> one(l + dx, b + dy, r + dx, t + dy));
                } else {
                  to.box(layer, l, b, r, t, rep);
                }
              }

              private void one(int l, int b, int r, int t) {
                boolean isIt = b < y && y < t;
                to.box(MET1, l, b, isIt ? r - 500 : r, t, Repetition.ONCE);
              }
            });
    assertThat(bundle.faults()).anyMatch(f -> f.toString().contains("W2 meets no cell"));
  }

  @Test
  void joinedBitLinesAreNamed() throws IOException {
    int x = (int) DRAWING.bitX(12);
    EditedLayout.edit(
        bundle.file("layout/top.oas"),
        s ->
            new InTile(s) {
              @Override
              public void beginCell(String name) {
                super.beginCell(name);
                if (isInside) {
                  to.box(MET2, x, 2000, x + (int) CELL.width(), 2200, Repetition.ONCE);
                }
              }
            });
    assertThat(bundle.faults()).anyMatch(f -> f.toString().contains("B12 and B13 are joined"));
  }

  /** Passes the layout on and knows when it is in the tile. */
  private static class InTile extends Passing {
    boolean isInside;

    InTile(LayoutSink to) {
      super(to);
    }

    @Override
    public void beginCell(String name) {
      isInside = name.equals(TILE);
      to.beginCell(name);
    }
  }
}
