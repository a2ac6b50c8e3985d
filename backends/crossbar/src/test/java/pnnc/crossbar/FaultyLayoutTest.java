package pnnc.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.ExitStatus;
import pnnc.crossbar.cell.CrosspointCell;
import pnnc.crossbar.testing.DrawnTile;
import pnnc.crossbar.testing.EditedLayout;
import pnnc.crossbar.testing.Passing;
import pnnc.crossbar.testing.Processes;
import pnnc.crossbar.tile.TileDrawing;
import pnnc.driver.CompileRequest;
import pnnc.driver.LayoutFormat;
import pnnc.driver.LocalDriver;
import pnnc.driver.Outcome;
import pnnc.driver.Reporter;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.VerifyRequest;
import pnnc.driver.data.DataOptions;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.model.Layer;
import pnnc.layout.model.LayoutSink;

/** Somebody edits the layout of a compiled network: {@code verify} says where. */
class FaultyLayoutTest {
  private static final Path DIGITS = Path.of("..", "..", "examples", "digits");
  private static final String TILE = "fc1.0.0.0";
  private static final CrosspointCell CELL = Processes.viaRom();
  private static final TileDrawing DRAWING = DrawnTile.drawing(new int[102][64]);
  private static final Layer VIA = new Layer(68, 44);
  private static final Layer MET1 = new Layer(68, 20);
  private static final Layer MET2 = new Layer(69, 20);

  @TempDir static Path shared;
  @TempDir Path folder;

  private final List<Diagnostic> heard = new ArrayList<>();
  private final Session session = new Session(Settings.defaults(), new Listener());
  private Path bundle;
  private Path layout;

  private final class Listener implements Reporter {
    @Override
    public void phase(String name) {}

    @Override
    public void progress(String unit, long done, long total) {}

    @Override
    public void diagnostic(Diagnostic diagnostic) {
      heard.add(diagnostic);
    }

    @Override
    public void artifact(Path path, long bytes) {}
  }

  @BeforeAll
  static void compile() {
    CompileRequest request =
        new CompileRequest(
            DIGITS.resolve("digits.onnx"),
            "crossbar",
            new TreeMap<>(Map.of()),
            shared.resolve("digits"),
            Optional.of(DataOptions.of(DIGITS.resolve("digits.npz"))),
            List.of(),
            LayoutFormat.PREFERRED,
            true);
    Session silent = new Session(Settings.defaults(), Reporter.SILENT);
    assertThat(new LocalDriver().compile(request, silent).status()).isEqualTo(ExitStatus.OK);
  }

  @BeforeEach
  void copy() throws IOException {
    bundle = folder.resolve("digits");
    layout = bundle.resolve("layout/top.oas");
    try (Stream<Path> all = Files.walk(shared.resolve("digits"))) {
      for (Path file : all.toList()) {
        Files.copy(file, bundle.resolve(shared.resolve("digits").relativize(file).toString()));
      }
    }
  }

  private Outcome verify() {
    VerifyRequest request = VerifyRequest.of(bundle);
    return new LocalDriver()
        .verify(request.with(DataOptions.of(DIGITS.resolve("digits.npz"))), session);
  }

  private Outcome verified(UnaryOperator<LayoutSink> change) throws IOException {
    EditedLayout.edit(layout, change);
    Outcome outcome = verify();
    assertThat(heard.get(0).code()).isEqualTo(DiagnosticCode.BUNDLE_CHANGED);
    assertThat(heard.get(0).message()).startsWith(layout.toString());
    return outcome;
  }

  private static JsonArray faults(Outcome outcome) {
    return outcome.summary().getAsJsonObject("verify").getAsJsonArray("faults");
  }

  private static String words(JsonObject fault, String field) {
    return fault.get(field).toString();
  }

  /** One crossing of the tile is another, if its level is above 0. */
  private static UnaryOperator<LayoutSink> atCrossing(
      int row, int column, UnaryOperator<String> other) {
    return s ->
        new EditedLayout.InTile(s, TILE, DRAWING) {
          @Override
          protected String crossing(int r, int c, String name) {
            boolean isIt = r == row && c == column;
            assertThat(isIt && name.equals("XP0")).as("nothing is drawn there").isFalse();
            return isIt ? other.apply(name) : name;
          }
        };
  }

  @Test
  void whatIsAsItWasHasNoFaults() throws IOException {
    Outcome outcome = verify();
    assertThat(outcome.status()).isEqualTo(ExitStatus.OK);
    assertThat(heard).isEmpty();
    assertThat(faults(outcome)).isEmpty();
    JsonObject report = outcome.summary().getAsJsonObject("verify");
    JsonArray layers = report.getAsJsonArray("layers");
    assertThat(layers).hasSize(2);
    assertThat(layers.get(0).getAsJsonObject().get("name").getAsString()).isEqualTo("fc1");
    assertThat(layers.get(0).getAsJsonObject().get("nrmse").getAsDouble()).isBetween(1e-4, 0.02);
    String compiled = Files.readString(shared.resolve("digits/report.json"));
    assertThat(report)
        .isEqualTo(JsonParser.parseString(compiled).getAsJsonObject().getAsJsonObject("verify"));
  }

  @Test
  void aViaBesideItsPadIsLocated() throws IOException {
    UnaryOperator<LayoutSink> change =
        s ->
            new Passing(atCrossing(40, 7, name -> "nudged").apply(s)) {
              @Override
              public void beginCell(String name) {
                if (name.equals(TILE)) {
                  to.beginCell("nudged");
                  CELL.draw(9, nudged(to));
                  to.endCell();
                }
                to.beginCell(name);
              }
            };
    Outcome outcome = verified(change);
    assertThat(outcome.status()).isEqualTo(ExitStatus.OK);
    assertOneWeight(outcome, 40, 7);
    assertThat(outcome.text()).contains("in 1 places; the verdict holds in spite of them");
  }

  private static LayoutSink nudged(LayoutSink to) {
    return new Passing(to) {
      @Override
      public void box(Layer layer, int l, int b, int r, int t, Repetition repetition) {
        int by = layer.equals(VIA) ? 300 : 0;
        to.box(layer, l, b + by, r, t + by, repetition);
      }
    };
  }

  private void assertOneWeight(Outcome outcome, int row, int column) {
    assertThat(faults(outcome)).hasSize(1);
    JsonObject fault = faults(outcome).get(0).getAsJsonObject();
    int pair = column / 2 * 2;
    assertThat(fault.get("layer").getAsString()).isEqualTo("fc1");
    assertThat(fault.get("unit").getAsString()).isEqualTo(TILE);
    assertThat(words(fault, "driven")).isEqualTo("[\"W%d\"]".formatted(row));
    assertThat(words(fault, "read")).isEqualTo("[\"B%d\",\"B%d\"]".formatted(pair, pair + 1));
    assertThat(fault.get("input").getAsInt()).isEqualTo(row);
    assertThat(fault.get("output").getAsInt()).isEqualTo(column / 2);
    Diagnostic said = heard.get(1);
    assertThat(said.code()).isEqualTo(DiagnosticCode.WEIGHT_DEVIATES);
    assertThat(said.message()).contains(TILE, "W" + row, "B" + pair);
    assertThat(heard).hasSize(2);
  }

  /** Levels are 0.2 to 3.6 uS apart, of at most 17.8. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8})
  void aLevelThatIsAnotherIsLocated(int by) throws IOException {
    UnaryOperator<String> other =
        name -> "XP" + (1 + (Integer.parseInt(name.substring(2)) - 1 + by) % (CELL.levels() - 1));
    assertOneWeight(verified(atCrossing(71, 20, other)), 71, 20);
  }

  @Test
  void exchangedWordLinesAreLocated() throws IOException {
    Outcome outcome =
        verified(
            s ->
                new EditedLayout.InTile(s, TILE, DRAWING) {
                  @Override
                  public void label(Layer layer, String text, int x, int y, Repetition r) {
                    boolean isWord = isInside() && (text.equals("W30") || text.equals("W43"));
                    String other = text.equals("W30") ? "W43" : "W30";
                    super.label(layer, isWord ? other : text, x, y, r);
                  }
                });
    List<String> lines = new ArrayList<>();
    faults(outcome)
        .forEach(
            f -> {
              JsonObject fault = f.getAsJsonObject();
              assertThat(fault.get("unit").getAsString()).isEqualTo(TILE);
              lines.add(words(fault, "driven"));
            });
    assertThat(lines).containsExactlyInAnyOrder("[\"W30\"]", "[\"W43\"]");
    assertThat(heard.subList(1, 3))
        .allMatch(d -> d.code() == DiagnosticCode.LINE_DEVIATES)
        .allMatch(d -> d.message().contains("of the 32 weights at W"));
  }

  @Test
  void manyFaultsAreCounted() throws IOException {
    Outcome outcome =
        verified(
            s ->
                new EditedLayout.InTile(s, TILE, DRAWING) {
                  @Override
                  protected String crossing(int row, int column, String name) {
                    boolean isIt = row == column && row % 4 == 2;
                    return isIt ? name.equals("XP15") ? "XP0" : "XP15" : name;
                  }
                });
    assertThat(faults(outcome)).hasSizeBetween(12, 16);
    assertThat(heard).hasSize(1 + 5 + 1);
    Diagnostic last = heard.get(heard.size() - 1);
    assertThat(last.code()).isEqualTo(DiagnosticCode.DEVIATIONS_MORE);
    assertThat(last.message()).startsWith(faults(outcome).size() - 5 + " more");
  }

  @Test
  void aCutWordLineIsNamed() throws IOException {
    long y = DRAWING.wordY(2);
    Outcome outcome =
        verified(
            s ->
                new EditedLayout.InTile(s, TILE, DRAWING) {
                  @Override
                  public void box(Layer layer, int l, int b, int r, int t, Repetition rep) {
                    if (isInside() && layer.equals(MET1) && l == 0) {
                      rep.forEach((dx, dy) -> one(l + dx, b + dy, r + dx, t + dy));
                    } else {
                      super.box(layer, l, b, r, t, rep);
                    }
                  }

                  private void one(int l, int b, int r, int t) {
                    boolean isIt = b < y && y < t;
                    super.box(MET1, l, b, isIt ? r - 500 : r, t, Repetition.ONCE);
                  }
                });
    assertThat(outcome.status()).isEqualTo(ExitStatus.NOT_EQUIVALENT);
    assertUnreadable(outcome, "W2 meets no cell");
  }

  private void assertUnreadable(Outcome outcome, String what) {
    assertThat(outcome.summary().get("verdict").getAsString()).isEqualTo("not-equivalent");
    assertThat(outcome.text()).startsWith(bundle + ": not-equivalent: what is drawn is no such");
    assertThat(heard.subList(1, heard.size()))
        .isNotEmpty()
        .allMatch(d -> d.code() == DiagnosticCode.UNIT_DRAWING)
        .allMatch(d -> d.message().contains(TILE))
        .anyMatch(d -> d.message().contains(what));
    assertThat(faults(outcome)).hasSize(heard.size() - 1);
    assertThat(faults(outcome).toString()).contains(what);
  }

  @Test
  void joinedBitLinesAreNamed() throws IOException {
    int x = (int) DRAWING.bitX(12);
    Outcome outcome =
        verified(
            s ->
                new EditedLayout.InTile(s, TILE, DRAWING) {
                  @Override
                  public void beginCell(String name) {
                    super.beginCell(name);
                    if (isInside()) {
                      super.box(MET2, x, 2000, x + (int) CELL.width(), 2200, Repetition.ONCE);
                    }
                  }
                });
    assertThat(outcome.status()).isEqualTo(ExitStatus.NOT_EQUIVALENT);
    assertUnreadable(outcome, "B12 and B13 are joined");
  }

  /** Of all boxes of the row at once: the trunk of their clock loses its port. */
  @Test
  void aCutBusIsNamed() throws IOException {
    Outcome outcome =
        verified(
            s ->
                new Passing(s) {
                  @Override
                  public void label(Layer layer, String text, int x, int y, Repetition r) {
                    int by = text.equals("row0.clk") ? 5000 : 0;
                    to.label(layer, text, x - by, y, r);
                  }
                });
    assertThat(outcome.status()).isEqualTo(ExitStatus.NOT_EQUIVALENT);
    assertThat(heard.subList(1, heard.size()))
        .isNotEmpty()
        .allMatch(d -> d.code() == DiagnosticCode.BUS_OPEN)
        .anyMatch(d -> d.message().contains("`dac.clk` beside `fc1.0.0.0`"));
  }

  @Test
  void aLayoutThatEndsEarlyIsSaidSo() throws IOException {
    byte[] all = Files.readAllBytes(layout);
    Files.write(layout, Arrays.copyOf(all, all.length / 2));
    DiagnosedException fault = catchThrowableOfType(DiagnosedException.class, this::verify);
    assertThat(fault.diagnostics()).hasSize(1);
    assertThat(fault.diagnostics().get(0).code().exit()).isEqualTo(ExitStatus.INPUT_ERROR);
    assertThat(fault.diagnostics().get(0).place().orElseThrow().toString()).contains("top.oas");
  }

  @Test
  void aSettingOfTheDesignThatIsAnotherIsRefused() throws IOException {
    Path design = bundle.resolve("design.json");
    String text = Files.readString(design);
    String width = "\"adc.width\": \"8 bit\"";
    assertThat(text).contains(width);
    Files.writeString(design, text.replace(width, "\"adc.width\": \"9 bit\""));
    DiagnosedException fault = catchThrowableOfType(DiagnosedException.class, this::verify);
    assertThat(fault.diagnostics().get(0).code()).isEqualTo(DiagnosticCode.TARGET_DIFFERS);
    assertThat(fault).hasMessageContaining("`adc.width` is 8 bit now, 9 bit there");
  }
}
