package pnnc.ir.netlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.base.diagnostics.CompilerBug;
import pnnc.ir.circuit.Fault;

class NetlistVerifierTest {
  static List<String> examples() {
    return ExampleNetlists.ALL;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void examplesAreSound(String example) {
    assertThat(faults(example)).isEmpty();
  }

  static Stream<Arguments> faultyCircuits() {
    String electrical = ExampleNetlists.ELECTRICAL;
    String photonic = ExampleNetlists.PHOTONIC;
    String event = ExampleNetlists.EVENT;
    return Stream.of(
        // electrical
        Arguments.of(electrical, "top die", "top d", "the top cell `d` is not defined"),
        Arguments.of(electrical, "model pn ", "model nfet ", "model `nfet` is defined twice"),
        Arguments.of(electrical, "model pn ", "model np ", "die/D: model `pn` is not defined"),
        Arguments.of(
            electrical, "access-model=nfet", "access-model=fet", "die/U: model `fet` is not"),
        Arguments.of(electrical, "cell tile", "cell die", "cell `die` is defined twice"),
        Arguments.of(electrical, "port in1", "port vdd", "die: port `vdd` is defined twice"),
        Arguments.of(
            electrical, "resistor Rb", "resistor Rw", "tile: device `Rw` is defined twice"),
        Arguments.of(electrical, "resistor Rb", "resistor \"\"", "tile: a device without a name"),
        Arguments.of(electrical, "nets=[c0 b0]", "nets=[c0]", "die/t0: 1 nets for the 2 ports"),
        Arguments.of(
            electrical, "t0 of=tile", "t0 of=tiles", "die/t0: cell `tiles` is not defined"),
        Arguments.of(electrical, "t0 of=tile", "t0 of=die", "die: the cell contains itself"),
        Arguments.of(electrical, "a=m b=B0", "a=mm b=B0", "tile/Rb: net `mm` has no end but a"),
        Arguments.of(electrical, "a=m b=B0", "a=m b=m", "tile: port `B0` is connected to nothing"),
        Arguments.of(
            electrical, "minus=vss", "minus=b0", "both ends of the source are on net `b0`"),
        Arguments.of(electrical, "a=b0 b=vss", "a=b0 b=t0/n", "`t0/n` names a part of an instance"),
        Arguments.of(electrical, "in1 in signal", "in1 in optical", "joins light and electricity"),
        // photonic
        Arguments.of(photonic, "a=l b=m", "a=l b=mmm", "chip/A: net `mmm` has no end but b"),
        Arguments.of(photonic, "zt length", "z2 length", "optical net `z2` joins 3 ends"),
        Arguments.of(photonic, "anode=i0", "anode=z2", "net `z2` joins light and electricity"),
        Arguments.of(
            photonic, "wavelength=1.55um", "wavelength=1.3um", "1.3 um is outside the band"),
        Arguments.of(photonic, "nets=[e0 l h0 gnd]", "nets=[e0 h0 l gnd]", "light and electricity"),
        // event
        Arguments.of(event, "gates=[c0 c1]", "gates=[c0 d]", "nothing drives gate net `d`"),
        Arguments.of(event, "R output=c1", "R output=c0", "pair/R: net `c0` is driven twice"),
        Arguments.of(event, "time=3e-6s", "time=3s", "pair/R: fires at 3.0 s, after the window"),
        Arguments.of(event, "model=mgfefet", "model=fefet", "model `fefet` is not defined"));
  }

  @ParameterizedTest
  @MethodSource("faultyCircuits")
  void faultsOfCircuitsAreFound(String example, String good, String bad, String fault) {
    assertThat(faults(replaceFirst(example, good, bad))).anyMatch(f -> f.contains(fault));
  }

  static Stream<Arguments> faultyVolumes() {
    return Stream.of(
        Arguments.of("plane-wave light", "plane-wave beam", "beam: the element is defined twice"),
        Arguments.of("x0=3 y0=4", "x0=63 y0=4", "glass: reaches beyond the voxels of the space"),
        Arguments.of("left x=-10um", "left x=-30um", "left: reaches beyond the sides"),
        Arguments.of("y=0um z=80um", "y=0um z=81um", "left: z = 81.0 um is outside the space"),
        Arguments.of("beam x=1um", "beam x=33um", "beam: starts beside the space"),
        Arguments.of("light z=0um", "light z=-1um", "light: z = -1.0 um is outside the space"),
        Arguments.of("[1.45 1.46 1.47 1.48]", "[1.45 1.46]", "glass: sample 2 is level 2 of 2"),
        Arguments.of("AACAPwAAAEA=", "AACAPwAAwH8=", "mask: sample 1 is NaN"),
        Arguments.of("nx=28 ny=28", "nx=28 ny=33", "digits: reaches beyond the sides"),
        Arguments.of("detector left x=-10um y=0um z=80um width=8um height=8um", "", "no detector"));
  }

  @ParameterizedTest
  @MethodSource("faultyVolumes")
  void faultsOfVolumesAreFound(String good, String bad, String fault) {
    assertThat(faults(replaceFirst(ExampleNetlists.WAVE, good, bad)))
        .anyMatch(f -> f.contains(fault));
  }

  @Test
  void aFaultyNetlistOfOursIsABug() {
    Netlist faulty = ExampleNetlists.parse("pnnc-netlist 1 electrical x top nowhere");
    assertThatThrownBy(() -> NetlistVerifier.require(faulty, "lower"))
        .isInstanceOf(CompilerBug.class)
        .hasMessageContaining("lower: netlist `x` has 1 faults, the first: the top cell `nowhere`");
  }

  /** A cycle of cells below the top is found where it is, not above. */
  @Test
  void aCellInsideItselfIsNamed() {
    String text =
        """
        pnnc-netlist 1 electrical x
        cell a { instance i of=b nets=[] }
        cell b { instance i of=c nets=[] }
        cell c { instance i of=b nets=[] }
        top a
        """;
    assertThat(faults(text)).containsExactly("b: the cell contains itself");
  }

  private static String replaceFirst(String text, String good, String bad) {
    int at = text.indexOf(good);
    assertThat(at).as(good).isNotNegative();
    return text.substring(0, at) + bad + text.substring(at + good.length());
  }

  private static List<String> faults(String text) {
    return NetlistVerifier.check(ExampleNetlists.parse(text)).stream()
        .map(Fault::describe)
        .toList();
  }
}
