package pnnc.ir.netlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.base.units.Micrometres;
import pnnc.ir.circuit.Difference;
import pnnc.ir.circuit.Tolerance;

class NetlistDiffTest {
  static List<String> examples() {
    return ExampleNetlists.ALL;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aNetlistHasNoDifferenceFromItself(String example) {
    assertThat(differences(example, example, Tolerance.EXACT)).isEmpty();
  }

  static Stream<Arguments> changes() {
    String electrical = ExampleNetlists.ELECTRICAL;
    String photonic = ExampleNetlists.PHOTONIC;
    String event = ExampleNetlists.EVENT;
    String wave = ExampleNetlists.WAVE;
    return Stream.of(
        // a wrong level, a missing device, exchanged columns, shorted lines, a cut line
        Arguments.of(
            electrical, "[0 3 2 1]", "[0 3 1 1]", "PARAMETER die/T: levels[1, 0] is 1, expected 2"),
        Arguments.of(
            electrical, "resistor Rw", "resistor Rx", "MISSING tile/Rw: the resistor is missing"),
        Arguments.of(
            electrical, "resistor Rw", "resistor Rx", "UNEXPECTED tile/Rx: an unexpected resistor"),
        Arguments.of(
            electrical,
            "gate=g0",
            "gate=g1",
            "CONNECTION die/M: gate is on net `g1`, expected `g0`"),
        Arguments.of(electrical, "a=W0 b=n", "a=W0 b=m", "CONNECTION tile/Rw: b is on net `m`"),
        Arguments.of(
            electrical, "nets=[c0 b0]", "nets=[c1 b0]", "CONNECTION die/t0: W0 is on net `c1`"),
        Arguments.of(
            electrical,
            "role=via",
            "role=film",
            "PARAMETER tile/Rb: role is `film`, expected `via`"),
        Arguments.of(electrical, "bits=8", "bits=6", "bits of model `adc8` is 6.0, expected 8.0"),
        Arguments.of(
            electrical, "port in1 in", "port in1 inout", "port `in1` is missing or another"),
        Arguments.of(
            electrical,
            " conductance=[1e-5 2e-5 3e-5 0]S",
            "",
            "STRUCTURE die/U: conductance is not given"),
        Arguments.of(
            electrical,
            "resistance=0.78ohm",
            "resistance=0.79ohm",
            "resistance is 0.79ohm, expected 0.78ohm"),
        Arguments.of(
            photonic, "gap=0.2um", "gap=0.22um", "PARAMETER chip/K: gap is 0.22um, expected 0.2um"),
        Arguments.of(photonic, "longest=1.6um", "longest=1.7um", "band: longest is 1.7um"),
        Arguments.of(
            photonic,
            "drives=[h0 h1",
            "drives=[h1 h0",
            "chip/Z: drives[0] is on net `h1`, expected `h0`"),
        Arguments.of(
            photonic,
            "[0.3 -0.1 0.2]um",
            "[0.3 -0.2 0.5]um",
            "inner-paths[2] is 0.5um, expected 0.2um (the worst of 2)"),
        Arguments.of(
            event, "gates=[c0 c1]", "gates=[c1 c0]", "CONNECTION pair/D: gates[0] is on net `c1`"),
        Arguments.of(
            event,
            "inputs=[e d] gains=[1 -0.5]",
            "inputs=[e] gains=[1]",
            "inputs is [e], expected [e, d]"),
        Arguments.of(
            event,
            "inputs=[e d] gains=[1 -0.5]",
            "inputs=[e] gains=[1]",
            "gains is 1 numbers, expected 2"),
        Arguments.of(event, "bins=8", "bins=9", "timing: bins is 9, expected 8"),
        Arguments.of(wave, "AAECAw==", "AAEDAw==", "glass: data[0, 1, 0] is 3, expected 2"),
        Arguments.of(wave, "AACAPwAAAEA=", "AACAPwAAgEA=", "mask: data[1, 0] is 4, expected 2"),
        Arguments.of(
            wave, "boundary=absorbing", "boundary=periodic", "space: boundary is `periodic`"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void changesAreNamed(String example, String before, String after, String difference) {
    String changed = example.replace(before, after);
    assertThat(changed).isNotEqualTo(example);
    assertThat(differences(example, changed, Tolerance.EXACT))
        .anyMatch(d -> d.contains(difference));
  }

  @Test
  void namesOfInnerNetsMeanNothing() {
    String renamed =
        ExampleNetlists.ELECTRICAL.replace("b=n ", "b=other ").replace("=n ", "=other ");
    assertThat(renamed).isNotEqualTo(ExampleNetlists.ELECTRICAL);
    assertThat(differences(ExampleNetlists.ELECTRICAL, renamed, Tolerance.EXACT)).isEmpty();
  }

  @Test
  void aShortIsNamedOnce() {
    String shorted = ExampleNetlists.ELECTRICAL.replace("b0", "b1");
    assertThat(differences(ExampleNetlists.ELECTRICAL, shorted, Tolerance.EXACT))
        .containsExactly("SHORT die: nets `b1` and `b0` are one net");
  }

  @Test
  void theGridIsTolerated() {
    String moved = ExampleNetlists.PHOTONIC.replace("length=14.4um", "length=14.4004um");
    Tolerance grid = Tolerance.EXACT.with(Micrometres.UNIT, 0.0005);
    assertThat(differences(ExampleNetlists.PHOTONIC, moved, grid)).isEmpty();
    assertThat(differences(ExampleNetlists.PHOTONIC, moved, Tolerance.EXACT)).hasSize(1);
    assertThat(differences(ExampleNetlists.PHOTONIC, moved, Tolerance.relative(1e-6))).hasSize(1);
  }

  @Test
  void twoPhysicsDiffer() {
    assertThat(differences(ExampleNetlists.PHOTONIC, ExampleNetlists.WAVE, Tolerance.EXACT))
        .containsExactly("STRUCTURE the netlists are of two physics");
  }

  private static List<String> differences(String expected, String found, Tolerance tolerance) {
    List<Difference> all =
        NetlistDiff.differences(
            ExampleNetlists.parse(expected), ExampleNetlists.parse(found), tolerance);
    return all.stream().map(d -> d.kind() + " " + d.describe()).toList();
  }
}
