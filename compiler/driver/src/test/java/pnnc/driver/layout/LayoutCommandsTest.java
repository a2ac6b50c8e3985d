package pnnc.driver.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;
import pnnc.driver.InspectRequest;
import pnnc.driver.LocalDriver;
import pnnc.driver.Outcome;
import pnnc.driver.RenderRequest;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.testing.Heard;
import pnnc.layout.gds.GdsOptions;
import pnnc.layout.gds.GdsWriter;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layer;
import pnnc.layout.model.LayoutSink;
import pnnc.layout.oasis.OasisOptions;
import pnnc.layout.oasis.OasisWriter;

class LayoutCommandsTest {
  private static final Session SESSION = new Session(Settings.defaults(), new Heard());

  @TempDir Path folder;

  private Path gds(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      draw(new GdsWriter(out, GdsOptions.DEFAULT));
    }
    return file;
  }

  private Path oasis(String name) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      draw(new OasisWriter(out, OasisOptions.DEFAULT));
    }
    return file;
  }

  private static void draw(LayoutSink to) {
    to.begin("LIB", Grid.NANOMETRE);
    to.beginCell("BIT");
    to.box(new Layer(68, 20), 0, 0, 500, 500, Repetition.ONCE);
    to.box(new Layer(68, 44), 100, 100, 200, 200, Repetition.ONCE);
    to.endCell();
    to.beginCell("TOP");
    Repetition array = new Repetition.Regular(4, 3, new Point(1000, 0), new Point(0, 1000));
    to.reference("BIT", Transform.IDENTITY, array);
    to.label(new Layer(68, 5), "IN", 0, 0, Repetition.ONCE);
    to.endCell();
    to.end();
  }

  private Outcome render(Path layout, Path output) {
    return new LocalDriver().render(RenderRequest.of(layout, output), SESSION);
  }

  @Test
  void aTechnologyNamesTheLayersOfAPicture() throws IOException {
    Path output = folder.resolve("named.svg");
    RenderRequest all = RenderRequest.of(gds("named.gds"), output);
    new LocalDriver()
        .render(
            new RenderRequest(
                all.layout(),
                output,
                all.cell(),
                all.depth(),
                all.window(),
                all.size(),
                all.layers(),
                Optional.of("std.tech.rom130")),
            SESSION);
    assertThat(Files.readString(output)).contains(">68/20 met1</text>", ">68/44 via</text>");
  }

  private Diagnostic fault(Path layout) {
    DiagnosedException e =
        catchThrowableOfType(
            DiagnosedException.class, () -> render(layout, folder.resolve("x.png")));
    assertThat(e.diagnostics()).hasSize(1);
    assertThat(folder.resolve("x.png")).doesNotExist();
    return e.diagnostics().get(0);
  }

  @Test
  void bothFormatsGiveTheSamePicture() throws IOException {
    Path first = folder.resolve("a.png");
    Path second = folder.resolve("b.png");
    assertThat(render(gds("a.gds"), first).summary().get("layers").getAsInt()).isEqualTo(2);
    render(oasis("a.oas"), second);
    assertThat(Files.readAllBytes(first)).isEqualTo(Files.readAllBytes(second));
    assertThat(ImageIO.read(first.toFile()).getWidth()).isGreaterThan(50);
  }

  @Test
  void aBundleIsDrawnFromItsLayout() throws IOException {
    gds("net.pnnc/layout/chip.gds");
    Path picture = folder.resolve("chip.svg");
    render(folder.resolve("net.pnnc"), picture);
    assertThat(Files.readString(picture)).startsWith("<svg ").endsWith("</svg>\n");
    gds("net.pnnc/layout/other.gds");
    assertThat(fault(folder.resolve("net.pnnc")).message()).contains("2 layouts");
    assertThat(fault(folder).code()).isEqualTo(DiagnosticCode.BUNDLE_LAYOUT);
  }

  @Test
  void whatIsNoLayoutOrDamagedSaysWhere() throws IOException {
    Path text = folder.resolve("text.gds");
    Files.writeString(text, "hello");
    assertThat(fault(text).code()).isEqualTo(DiagnosticCode.LAYOUT_KIND);
    assertThat(fault(text).message()).contains("68 65 6C 6C");
    Path cut = gds("cut.gds");
    byte[] bytes = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length - 20));
    assertThat(fault(cut).code()).isEqualTo(DiagnosticCode.GDS_TRUNCATED);
    assertThat(fault(cut).place().orElseThrow()).isInstanceOf(Place.ByteOffset.class);
    assertThat(fault(folder.resolve("no.gds")).code()).isEqualTo(DiagnosticCode.FILE_UNREADABLE);
  }

  @Test
  void whatIsEmptyOrCompressedSaysSo() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.gds"));
    assertThat(fault(empty).message()).endsWith("neither GDSII nor OASIS: it is empty");
    Path packed = folder.resolve("chip.gds.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      draw(new GdsWriter(out, GdsOptions.DEFAULT));
    }
    assertThat(fault(packed).help()).anyMatch(h -> h.contains("gunzip"));
    assertThatThrownBy(() -> new LocalDriver().inspect(new InspectRequest(packed), SESSION))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContaining("it begins with the bytes 1F 8B");
  }

  @Test
  void inspectionCountsWhatIsDrawn() throws IOException {
    for (Path file : new Path[] {gds("a.gds"), oasis("a.oas")}) {
      Outcome outcome = new LocalDriver().inspect(new InspectRequest(file), SESSION);
      JsonObject facts = outcome.summary();
      assertThat(facts.get("shapes").getAsLong()).isEqualTo(2);
      assertThat(facts.get("flatShapes").getAsLong()).isEqualTo(24);
      assertThat(facts.get("placements").getAsLong()).isEqualTo(12);
      assertThat(facts.get("references").getAsLong()).isEqualTo(1);
      assertThat(facts.get("labels").getAsLong()).isEqualTo(1);
      assertThat(facts.get("boxUm").toString()).isEqualTo("[0.0,0.0,3.5,2.5]");
      assertThat(facts.get("tops").toString()).isEqualTo("[\"TOP\"]");
      assertThat(outcome.text())
          .contains("grid: 1000 dbu per um\n")
          .contains("bounding box: 0.0, 0.0 to 3.5, 2.5 um")
          .containsPattern("68/20 +1 +12 +0")
          .containsPattern("68/5 +0 +0 +1")
          .containsPattern("BIT +2 +0 +12 ");
    }
  }

  @Test
  void aLayoutOfAnyNameIsInspected() throws IOException {
    Path file = gds("chip.bin");
    assertThat(new LocalDriver().inspect(new InspectRequest(file), SESSION).text())
        .contains("(gds, library LIB;");
  }
}
