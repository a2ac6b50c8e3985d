package pnnc.crossbar.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.ExitStatus;
import pnnc.crossbar.die.CrossbarEmitter;
import pnnc.crossbar.testing.Digits;
import pnnc.crossbar.testing.DrawnTile;
import pnnc.crossbar.testing.Passing;
import pnnc.crossbar.testing.Processes;
import pnnc.driver.LayoutFormat;
import pnnc.layout.extract.Extraction;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;
import pnnc.layout.model.LayoutSink;

/** Buses of a die of two tiles in two rows. */
class BusCheckTest {
  private static final String UNIT = "fc1.0.0.0";
  private static final String OTHER = "fc2.0.0.0";
  private static final Layer TRUNK = new Layer(70, 20);
  private static final Layer CUT = new Layer(70, 44);

  @TempDir static Path folder;
  private static Layout die;

  @BeforeAll
  static void compile() throws IOException {
    Path bundle = folder.resolve("die");
    ExitStatus status = Digits.compile("reram", Map.of(), LayoutFormat.PREFERRED, bundle).status();
    assertThat(status).isEqualTo(ExitStatus.OK);
    die = DrawnTile.read(Files.readAllBytes(bundle.resolve(CrossbarEmitter.FILE)));
  }

  private static Extraction extraction(UnaryOperator<LayoutSink> change) {
    LayoutBuilder edited = new LayoutBuilder();
    die.replay(change.apply(edited));
    return Extraction.of(edited.build(), Processes.reram130(), CrossbarEmitter.TOP);
  }

  private static List<Diagnostic> faults(UnaryOperator<LayoutSink> change) {
    return new BusCheck(extraction(change)).faults(UNIT);
  }

  private static List<String> said(List<Diagnostic> faults, DiagnosticCode code) {
    assertThat(faults).allMatch(d -> d.code() == code);
    return faults.stream().map(Diagnostic::message).toList();
  }

  /** Edits the die alone. */
  private static class InDie extends Passing {
    private boolean isInside;

    InDie(LayoutSink to) {
      super(to);
    }

    @Override
    public void beginCell(String name) {
      isInside = name.equals(CrossbarEmitter.TOP);
      super.beginCell(name);
    }

    boolean isInside() {
      return isInside;
    }
  }

  /** Where a port of the die is. */
  private static Point port(String net) {
    Point[] found = new Point[1];
    die.replay(
        new InDie(new LayoutBuilder()) {
          @Override
          public void label(Layer layer, String text, int x, int y, Repetition r) {
            super.label(layer, text, x, y, r);
            found[0] = isInside() && text.equals(net) ? new Point(x, y) : found[0];
          }
        });
    return Objects.requireNonNull(found[0], net);
  }

  private static UnaryOperator<LayoutSink> renamed(Map<String, String> names) {
    return s ->
        new InDie(s) {
          @Override
          public void label(Layer layer, String text, int x, int y, Repetition r) {
            super.label(layer, names.getOrDefault(text, text), x, y, r);
          }
        };
  }

  private static UnaryOperator<LayoutSink> with(Layer layer, Box box) {
    return s ->
        new InDie(s) {
          @Override
          public void beginCell(String name) {
            super.beginCell(name);
            if (isInside()) {
              to.box(layer, box.left(), box.bottom(), box.right(), box.top(), Repetition.ONCE);
            }
          }
        };
  }

  /** Every port of every box is on the net of the port of the die that has its name. */
  @Test
  void aDieAsItIsHasNoFaults() {
    Extraction whole = extraction(s -> s);
    BusCheck check = new BusCheck(whole);
    assertThat(check.faults(UNIT)).isEmpty();
    assertThat(check.faults(OTHER)).isEmpty();
    assertThat(whole.top().findings()).isEmpty();
    Set<String> ports = new TreeSet<>();
    for (int net = 0; net < whole.top().nets(); net++) {
      assertThat(whole.top().names(net)).hasSizeLessThanOrEqualTo(1);
      ports.addAll(whole.top().names(net));
    }
    int first = 8 * 13 + 8 * 4 + 7 + 1;
    int second = 8 * 5 + 8 * 2 + 6 + 1;
    int perRow = 3 + 3;
    assertThat(ports).contains("VSS", "row0.dac.in103", "row1.gate.all", "row1.clk");
    assertThat(ports).hasSize(1 + first + second + 2 * perRow);
  }

  @Test
  void aCutTrunkIsNamed() {
    Point at = port("row0.dac.in3");
    List<Diagnostic> faults =
        faults(
            s ->
                new InDie(s) {
                  @Override
                  public void box(Layer layer, int l, int b, int r, int t, Repetition rep) {
                    boolean isIt = isInside() && layer.equals(TRUNK) && b < at.y() && at.y() < t;
                    super.box(layer, l, b, isIt ? l + 2000 : r, t, rep);
                    if (isIt) {
                      super.box(layer, l + 2300, b, r, t, rep);
                    }
                  }
                });
    assertThat(said(faults, DiagnosticCode.BUS_OPEN))
        .singleElement()
        .asString()
        .contains("`dac.in3` beside `fc1.0.0.0`");
  }

  @Test
  void joinedTrunksAreNamed() {
    Point a = port("row0.adc.out3");
    Point b = port("row0.adc.out4");
    List<Diagnostic> faults = faults(with(TRUNK, new Box(a.x(), a.y(), a.x() + 340, b.y())));
    String both = "row0.adc.out3 and row0.adc.out4";
    assertThat(said(faults, DiagnosticCode.BUS_JOINED))
        .satisfiesExactlyInAnyOrder(
            m -> assertThat(m).contains("`adc.out3`", both),
            m -> assertThat(m).contains("`adc.out4`", both));
  }

  @Test
  void aMissingCutIsNamed() {
    Point at = port("row0.gate.row2");
    UnaryOperator<LayoutSink> change =
        s ->
            new InDie(s) {
              @Override
              public void box(Layer layer, int l, int b, int r, int t, Repetition rep) {
                if (isInside() && layer.equals(CUT)) {
                  rep.forEach((dx, dy) -> one(l + dx, b + dy, r + dx, t + dy));
                } else {
                  super.box(layer, l, b, r, t, rep);
                }
              }

              private void one(int l, int b, int r, int t) {
                if (at.y() < b || t < at.y()) {
                  super.box(CUT, l, b, r, t, Repetition.ONCE);
                }
              }
            };
    assertThat(said(faults(change), DiagnosticCode.BUS_OPEN))
        .singleElement()
        .asString()
        .contains("`gate.row2`");
  }

  @Test
  void exchangedPortsAreNamed() {
    String dac = UNIT + ".dac.sel";
    String adc = UNIT + ".adc.sel";
    assertThat(said(faults(renamed(Map.of(dac, adc, adc, dac))), DiagnosticCode.BUS_JOINED))
        .hasSize(2)
        .anyMatch(m -> m.contains("`dac.sel`") && m.contains(adc));
    Map<String, String> words =
        Map.of("row0.dac.in1", "row0.dac.in2", "row0.dac.in2", "row0.dac.in1");
    assertThat(said(faults(renamed(words)), DiagnosticCode.BUS_JOINED)).hasSize(2);
    Map<String, String> rows = Map.of("row0.vdd", "row1.vdd", "row1.vdd", "row0.vdd");
    assertThat(said(faults(renamed(rows)), DiagnosticCode.BUS_JOINED)).isNotEmpty();
  }

  @Test
  void aPortWithoutItsNameIsMissed() {
    assertThat(said(faults(renamed(Map.of("row0.clk", "clock"))), DiagnosticCode.BUS_JOINED))
        .hasSize(3)
        .allMatch(m -> m.contains("clk` beside `fc1.0.0.0` is joined to clock"));
  }

  @Test
  void aTileThatWasMovedIsSeen() {
    List<Diagnostic> faults =
        faults(
            s ->
                new InDie(s) {
                  @Override
                  public void reference(String cell, Transform at, Repetition rep) {
                    boolean isIt = isInside() && cell.equals(UNIT);
                    Point by = at.shift();
                    super.reference(cell, isIt ? Transform.shift(by.x(), by.y() + 2600) : at, rep);
                  }
                });
    assertThat(said(faults, DiagnosticCode.LINE_UNMET))
        .hasSizeGreaterThanOrEqualTo(64 + 2)
        .anyMatch(m -> m.contains("`B5` of the black boxes beside `fc1.0.0.0`"));
  }

  @Test
  void aTileWithoutBoxesHasNoBuses() {
    assertThat(new BusCheck(extraction(s -> s)).faults("XP1")).isEmpty();
  }
}
