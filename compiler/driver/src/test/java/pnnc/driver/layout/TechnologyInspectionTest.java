package pnnc.driver.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.ExitStatus;
import pnnc.driver.InspectRequest;
import pnnc.driver.LocalDriver;
import pnnc.driver.Outcome;
import pnnc.driver.Reporter;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.layout.gds.GdsWriter;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layer;
import pnnc.layout.model.LayoutSink;

/** What {@code pnnc inspect --technology} says. */
class TechnologyInspectionTest {
  private static final Layer DIFF = new Layer(65, 20);
  private static final Layer POLY = new Layer(66, 20);
  private static final Layer NSDM = new Layer(93, 44);
  private static final Layer MET1 = new Layer(68, 20);
  private static final Layer MET1_LABEL = new Layer(68, 5);

  @TempDir Path folder;

  private Path layout(Grid grid, Consumer<LayoutSink> draw) throws IOException {
    Path file = folder.resolve("chip.gds");
    try (OutputStream out = Files.newOutputStream(file)) {
      GdsWriter writer = new GdsWriter(out);
      writer.begin("LIB", grid);
      draw.accept(writer);
      writer.end();
    }
    return file;
  }

  private static void box(LayoutSink sink, Layer layer, int l, int b, int r, int t) {
    sink.box(layer, l, b, r, t, Repetition.ONCE);
  }

  private static Outcome inspected(Path file) {
    Session session = new Session(Settings.defaults(), Reporter.SILENT);
    InspectRequest request = new InspectRequest(file, Optional.of("std.tech.rom130"));
    return new LocalDriver().inspect(request, session);
  }

  @Test
  void brokenRulesAreCountedAndTheFirstIsPlaced() throws IOException {
    Path file =
        layout(
            Grid.NANOMETRE,
            s -> {
              s.beginCell("PAIR");
              box(s, MET1, 0, 0, 300, 3000);
              box(s, MET1, 400, 0, 700, 3000);
              s.endCell();
              s.beginCell("TOP");
              s.reference(
                  "PAIR",
                  Transform.IDENTITY,
                  new Repetition.Regular(3, 1, new Point(5000, 0), new Point(0, 5000)));
              s.endCell();
            });
    Outcome outcome = inspected(file);
    assertThat(outcome.status()).isEqualTo(ExitStatus.LIMIT_MISSED);
    assertThat(outcome.text())
        .contains("3 x space met1 (SkyWater SKY130 PDK rules m1.2)")
        .contains("at 0.300, 0.000 to 0.400, 3.000 um, measured 100.0");
  }

  @Test
  void layersOfNoMaskAreSaid() throws IOException {
    Path file =
        layout(
            Grid.NANOMETRE,
            s -> {
              s.beginCell("TOP");
              box(s, MET1, 0, 0, 5000, 1000);
              box(s, new Layer(1, 0), 0, 0, 50, 50);
              s.endCell();
            });
    assertThat(inspected(file).text())
        .contains("layer 1/0 is none of rom130: nothing on it is checked")
        .doesNotContain("layer 68/20");
  }

  @Test
  void devicesAreCountedAsOftenAsTheyArePlaced() throws IOException {
    Path file =
        layout(
            Grid.NANOMETRE,
            s -> {
              s.beginCell("FET");
              box(s, DIFF, 0, 0, 1000, 420);
              box(s, POLY, 400, -200, 550, 620);
              box(s, NSDM, -200, -400, 1200, 800);
              s.endCell();
              s.beginCell("TOP");
              s.reference(
                  "FET",
                  Transform.IDENTITY,
                  new Repetition.Regular(4, 5, new Point(3000, 0), new Point(0, 3000)));
              s.endCell();
            });
    JsonObject technology = inspected(file).summary().getAsJsonObject("technology");
    assertThat(technology.get("name").getAsString()).isEqualTo("rom130");
    assertThat(technology.getAsJsonObject("devices").get("nfet").getAsLong()).isEqualTo(20);
  }

  @Test
  void twoNamesOfOneNetAreToldWithTheirPlace() throws IOException {
    Path file =
        layout(
            Grid.NANOMETRE,
            s -> {
              s.beginCell("TOP");
              box(s, MET1, 0, 0, 5000, 1000);
              s.label(MET1_LABEL, "A", 500, 500, Repetition.ONCE);
              s.label(MET1_LABEL, "B", 4500, 500, Repetition.ONCE);
              s.endCell();
            });
    assertThat(inspected(file).text()).contains("`TOP`: one net is called A and B, at 0.500");
  }

  @Test
  void placesBeyondAllCoordinatesAreRefused() throws IOException {
    Path file =
        layout(
            Grid.NANOMETRE,
            s -> {
              s.beginCell("FAR");
              box(s, MET1, 2_000_000_000, 0, 2_000_003_000, 3000);
              s.endCell();
              s.beginCell("TOP");
              s.reference("FAR", Transform.shift(2_000_000_000, 0), Repetition.ONCE);
              s.endCell();
            });
    assertThatThrownBy(() -> inspected(file))
        .isInstanceOfSatisfying(
            DiagnosedException.class,
            e ->
                assertThat(e.diagnostics().get(0).code())
                    .isEqualTo(DiagnosticCode.LAYOUT_UNCHECKED))
        .hasMessageContaining("a place in `TOP` is beyond 32 bits");
  }

  /** Each cell places the next twice, at one place: what no die does. */
  @Test
  void whatWouldNeverEndIsRefused() throws IOException {
    Path file =
        layout(
            Grid.NANOMETRE,
            s -> {
              s.beginCell("L0");
              box(s, MET1, 0, 0, 50, 3000);
              s.endCell();
              for (int k = 1; k <= 60; k++) {
                s.beginCell("L" + k);
                s.reference("L" + (k - 1), Transform.IDENTITY, Repetition.ONCE);
                s.reference("L" + (k - 1), Transform.IDENTITY, Repetition.ONCE);
                s.endCell();
              }
            });
    assertThatThrownBy(() -> inspected(file)).isInstanceOf(DiagnosedException.class);
  }

  @Test
  void anotherUnitIsRefused() throws IOException {
    Path file =
        layout(
            new Grid(200),
            s -> {
              s.beginCell("TOP");
              box(s, MET1, 0, 0, 100, 100);
              s.endCell();
            });
    assertThatThrownBy(() -> inspected(file))
        .isInstanceOfSatisfying(
            DiagnosedException.class,
            e -> assertThat(e.diagnostics().get(0).code()).isEqualTo(DiagnosticCode.LAYOUT_UNIT))
        .hasMessageContaining("5.000 nm");
  }
}
