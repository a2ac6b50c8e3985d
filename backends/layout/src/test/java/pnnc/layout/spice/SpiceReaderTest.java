package pnnc.layout.spice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.layout.testing.Oracle;

/** What people and other programs write. */
class SpiceReaderTest {
  @TempDir private Path folder;

  private static SpiceDeck read(String text) {
    return RandomDecks.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "1T, 1e12", "2g, 2e9", "3Meg, 3e6", "3MEGohm, 3e6", "4k, 4e3", "5m, 5e-3", "5M, 5e-3",
    "6u, 6e-6", "7n, 7e-9", "8p, 8e-12", "9f, 9e-15", "1mil, 25.4e-6", "10a, 10", "10V, 10",
    "1.5e3k, 1.5e6", "-.5E-1, -0.05", "10Ohm, 10", "0.1u, 1e-7"
  })
  void suffixesScaleOnce(String word, double value) {
    assertThat(read("t\nR1 a b " + word).cards())
        .containsExactly(SpiceElement.of("R1", "a", "b", value));
  }

  @Test
  void commentsContinuationsAndCase() {
    SpiceDeck deck =
        read(
            """
            My title
            .SUBCKT Cell A b ; the cell
            +  params: W = 1U
            * kept
              r1 A b
            * inside a line
            \t+ 10K $ ohms

            .eNdS cell
            X1 n1
            +n2 CELL w='2*3' // and so on
            .TRAN   1n\t1u
            .END
            whatever { follows
            """);
    assertThat(deck.title()).isEqualTo("My title");
    assertThat(deck.cards())
        .containsExactly(
            new SpiceCard.Begin("Cell", List.of("A", "b"), List.of(SpiceParameter.of("W", 1e-6))),
            new SpiceCard.Comment(" kept"),
            SpiceElement.of("r1", "A", "b", 10_000),
            new SpiceCard.Comment(" inside a line"),
            new SpiceCard.End("Cell"),
            SpiceElement.modelled(
                "X1",
                List.of("n1", "n2"),
                "CELL",
                List.of(new SpiceParameter("w", new SpiceValue.Expression("2*3")))),
            new SpiceCard.Control(".TRAN 1n 1u"));
  }

  @Test
  void sourcesModelsAndParameters() {
    SpiceDeck deck =
        read(
            """
            * t
            .param a=1+2 b = {a} c="3 * a"
            .model nfet NMOS (level=1, vto=0.7)
            M1 d g s 0 nfet W=1u L=lmin
            D1 a c dio 2
            V1 a 0 DC 5 AC 1
            V2 a 0 PULSE(0 1 1n)
            I1 a 0 dc=2
            E1 a 0 b 0 100
            G1 a 0 b 0 {gm}
            C1 a 0 1p ic=0
            L1 a 0 lmod r=2
            """);
    assertThat(deck.cards()).hasSize(11);
    assertThat(deck.cards().get(0))
        .isEqualTo(
            new SpiceCard.Parameters(
                List.of(
                    new SpiceParameter("a", new SpiceValue.Expression("1+2")),
                    new SpiceParameter("b", new SpiceValue.Expression("a")),
                    new SpiceParameter("c", new SpiceValue.Expression("3 * a")))));
    assertThat(deck.cards().get(1))
        .isEqualTo(
            new SpiceCard.Model(
                "nfet",
                "NMOS",
                List.of(SpiceParameter.of("level", 1), SpiceParameter.of("vto", 0.7))));
    assertThat(element(deck, 3).value()).contains(SpiceValue.of(2));
    assertThat(element(deck, 3).model()).contains("dio");
    assertThat(element(deck, 4).source()).isEqualTo("AC 1");
    assertThat(element(deck, 5).value()).isEmpty();
    assertThat(element(deck, 5).source()).isEqualTo("PULSE ( 0 1 1n )");
    assertThat(element(deck, 6).value()).contains(SpiceValue.of(2));
    assertThat(element(deck, 7).kind()).isEqualTo(SpiceKind.CONTROLLED_VOLTAGE);
    assertThat(element(deck, 10).value()).isEmpty();
    assertThat(element(deck, 10).model()).contains("lmod");
  }

  private static SpiceElement element(SpiceDeck deck, int i) {
    return (SpiceElement) deck.cards().get(i);
  }

  /** Nets without names, devices by number, units in upper case. */
  @Test
  void whatKLayoutsWriterMakesOfTransistorsIsRead() {
    SpiceDeck deck =
        read(
            """
            * Extracted by KLayout

            * cell INV
            * pin IN
            .SUBCKT INV \\$1 IN OUT
            * net 1 \\$1
            * device instance $1 r0 *1 0.4,4.45 LVPMOS
            M$1 \\$1 IN OUT,A \\$1 LVPMOS L=0.25U W=1.5U AS=0.6375P AD=0.6375P PS=3.85U PD=3.85U
            R$2 a[0] b<1> 1000 RES
            .ENDS INV
            """);
    SpiceElement transistor = element(deck, 5);
    assertThat(transistor.nodes()).containsExactly("\\$1", "IN", "OUT,A", "\\$1");
    assertThat(transistor.parameters()).contains(SpiceParameter.of("AS", 0.6375e-12));
    assertThat(element(deck, 6).value()).contains(SpiceValue.of(1000));
    assertThat(element(deck, 6).model()).contains("RES");
  }

  @Test
  void whatMagicWritesIsRead() {
    SpiceDeck deck =
        read(
            """
            * NGSPICE file created from ROM3.ext - technology: pnnc_rom

            .subckt ROM3 ROW0 ROW1 COL0
            R0 ROW0 COL0 film w=1 l=2
            X0 a_n33_n33# ROW1 film_cell l=0.5u
            C0 ROW0 ROW1 0.12fF
            .ends
            """);
    assertThat(deck.title()).startsWith("NGSPICE file created");
    assertThat(element(deck, 1).model()).contains("film");
    assertThat(element(deck, 3).value()).contains(SpiceValue.of(0.12e-15));
    assertThat(deck.cards().get(4)).isEqualTo(new SpiceCard.End("ROM3"));
  }

  @Test
  void theVendorsCellIsRead() throws IOException {
    String name = "sky130_fd_pr_reram__reram_cell";
    Path file = Oracle.script("data/sky130_reram/" + name + ".spice");
    SpiceDeck deck = RandomDecks.read(Files.readAllBytes(file));
    assertThat(deck.cards())
        .contains(new SpiceCard.Begin(name, List.of("BE", "TE"), List.of()))
        .contains(SpiceElement.of("R0", "BE", "TE", 0));
  }

  @Test
  void whatKLayoutExtractsIsRead() throws IOException, InterruptedException {
    Oracle klayout = Oracle.require("klayout");
    Path script = Oracle.script("extract_resistor_crossbar.py");
    Path spice = folder.resolve("x.spice");
    Oracle.Answer answer =
        klayout.run(
            folder,
            "-b",
            "-r",
            script.toString(),
            "-rd",
            "in=" + script.resolveSibling("examples/xbar4v.gds"),
            "-rd",
            "recipe=" + script.resolveSibling("recipes/xbar_wire.json"),
            "-rd",
            "out=" + spice,
            "-rd",
            "report=" + folder.resolve("r.json"));
    assertThat(answer.status()).as(answer.output()).isZero();
    SpiceDeck deck = RandomDecks.read(Files.readAllBytes(spice));
    List<Double> ohms = new ArrayList<>();
    for (SpiceCard card : deck.cards()) {
      if (card instanceof SpiceElement element) {
        Optional<SpiceValue> value = element.value();
        ohms.add(((SpiceValue.Literal) value.orElseThrow()).value());
      }
    }
    assertThat(ohms).hasSize(48).contains(0.2109375, 100_000.0, 32258.0645161);
    assertThat(RandomDecks.read(RandomDecks.bytes(deck))).isEqualTo(deck);
  }
}
