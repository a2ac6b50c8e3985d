package pnnc.ir.netlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.Place;
import pnnc.ir.circuit.BulkSink;
import pnnc.ir.circuit.BulkStore;
import pnnc.ir.circuit.Location;
import pnnc.ir.circuit.Locations;
import pnnc.ir.wave.IndexVolume;
import pnnc.ir.wave.Samples;

class NetlistTextTest {
  static List<String> examples() {
    return ExampleNetlists.ALL;
  }

  static LongStream seeds() {
    return Seeds.upTo(250);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void printedNetlistReadsBackAsItself(String example) {
    Netlist netlist = ExampleNetlists.parse(example);
    String printed = NetlistText.print(netlist);
    assertThat(NetlistText.parse("printed", printed)).isEqualTo(netlist);
    assertThat(NetlistText.print(NetlistText.parse("printed", printed))).isEqualTo(printed);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void randomNetlistsReadBackAsThemselvesAndWhereTheyWere(long seed) {
    for (String example : ExampleNetlists.ALL) {
      LocatedNetlist netlist = RandomNetlists.random(example, seed);
      String text = NetlistText.print(netlist, BulkSink.NONE);
      LocatedNetlist back = NetlistText.parse("random", text, BulkStore.NONE);
      assertThat(back).as("seed %d%n%s", seed, text).isEqualTo(netlist);
    }
  }

  @Test
  void orderOfDevicesDoesNotCount() {
    String text = "pnnc-netlist 1 electrical x cell c { %s %s } top c";
    String a = "capacitor a a=n b=m capacitance=1F";
    String b = "resistor b b=m resistance=1ohm a=n role=film";
    assertThat(ExampleNetlists.parse(text.formatted(a, b)))
        .isEqualTo(ExampleNetlists.parse(text.formatted(b, a)));
  }

  @Test
  void placesAreKeptBesideTheNetlist() {
    LocatedNetlist located =
        NetlistText.parse("example", ExampleNetlists.ELECTRICAL, BulkStore.NONE);
    assertThat(located.locations().find("tile", "Rb"))
        .contains(Location.of("top/tile", 1200, -3400));
    assertThat(located.locations().find("tile", "Rw").orElseThrow().element(2, 3))
        .isEqualTo(Location.of("", 6000, 4000));
    assertThat(located.netlist())
        .isEqualTo(ExampleNetlists.parse(ExampleNetlists.ELECTRICAL.replaceAll("at=\\S+ .*", "")));
    assertThat(located.locations()).isNotEqualTo(Locations.NONE);
  }

  @Test
  void dataCanStandBesideTheText() {
    Netlist netlist = ExampleNetlists.parse(ExampleNetlists.WAVE);
    Map<String, ByteSource> store = new HashMap<>();
    String text =
        NetlistText.print(
            new LocatedNetlist(netlist, Locations.NONE),
            (name, data) -> store.put(name, data) == null);
    assertThat(text).contains("data=@\"glass.data\"").doesNotContain("%");
    BulkStore found = name -> Optional.ofNullable(store.get(name));
    assertThat(NetlistText.parse("beside", text, found).netlist()).isEqualTo(netlist);
    assertThatThrownBy(() -> NetlistText.parse("beside", text))
        .hasMessageContaining("PNN1001: expected the name of known data");
  }

  /** The data of a volume are the caller's own object, not a copy. */
  @Test
  void volumesAreNotCopied() {
    ByteSource data = ByteSource.of("glass", new byte[] {0, 1, 2, 3});
    String text = ExampleNetlists.WAVE.replace("%\"AAECAw==\"", "@\"glass.data\"");
    WaveNetlist read =
        (WaveNetlist) NetlistText.parse("w", text, name -> Optional.of(data)).netlist();
    Samples index = read.elements(IndexVolume.class).get(0).index();
    assertThat(index.source()).isSameAs(data);
    assertThat(index.get(2)).isEqualTo(1.47);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("resistance=0.78ohm", "resistance=0.78S", "a number in ohm"),
        Arguments.of("resistance=0.78ohm", "resistance=0.78 ohm", "a number in ohm"),
        Arguments.of("resistance=0.78ohm", "resistance=-1ohm", "resistance -1.0 ohm is negative"),
        Arguments.of(
            "resistance=0.78ohm", "resistance=1e999ohm", "a number that a double can hold"),
        Arguments.of("resistance=0.78ohm", "", "`resistance` to be a number in ohm, found none"),
        Arguments.of("role=via", "role=vai", "one of segment, via, film"),
        Arguments.of("role=via", "role=via role=via", "each key once"),
        Arguments.of("role=via", "role=via rule=7", "one of role, a, b, resistance, found `rule`"),
        Arguments.of("cuts=4", "cuts=4.5", "a whole number"),
        Arguments.of("area=[0.1024*4]um2", "area=[0.1024*3]um2", "3 numbers for `area`, 4"),
        Arguments.of("area=[0.1024*4]um2", "area=[0*4]um2", "area 0.0 is not positive"),
        Arguments.of("[0.78 0.79*3]", "[0.78 0.79*900000000]", "fewer repetitions in one text"),
        Arguments.of("width=2um length=0.15um", "width=0um length=0.15um", "width 0.0 um"),
        Arguments.of("diode D", "dioed D", "one of box, capacitor, crosspoint"),
        Arguments.of("top die", "top die }", "the end of the text, found `}`"),
        Arguments.of("gap_nm=5", "gap_nm=x", "a number, found `x`"),
        Arguments.of("at=[0 0 2000 2000]", "at=[0 0 2000]", "two or four whole numbers"),
        Arguments.of("port W0 in signal", "port W0 sideways signal", "a direction"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void faultsOfTheTextSayWhatWasExpected(String good, String bad, String message) {
    String text = ExampleNetlists.ELECTRICAL.replace(good, bad);
    assertThat(text).isNotEqualTo(ExampleNetlists.ELECTRICAL);
    assertThat(fault(text).message()).contains(message);
  }

  @Test
  void faultsPointAtTheirPlace() {
    String text = ExampleNetlists.ELECTRICAL.replace("role=via", "role=vai");
    Place.TextSpan place = (Place.TextSpan) fault(text).place().orElseThrow();
    assertThat(place.describe()).isEqualTo("example:33:15");
    assertThat(place.sourceLine().substring(place.column() - 1)).startsWith("role=vai");
  }

  @ParameterizedTest
  @CsvSource({
    "pnnc-netlist 2 wave x, PNN1002",
    "pnnc-netlist 1 gravity x, PNN1001",
    "pnnir 1, PNN1001",
    "'', PNN1001",
    "pnnc-netlist 1 electrical \"x, PNN1001"
  })
  void otherTextsAreRefused(String text, String code) {
    assertThat(fault(text).code().id()).isEqualTo(code);
  }

  @Test
  void aRepeatedNumberOfAnyLengthTakesNoMemory() {
    String text = "pnnc-netlist 1 event x timing bins=[1*2147483647]";
    assertThat(fault(text).message()).contains("`bins` to be a number");
  }

  private static Diagnostic fault(String text) {
    try {
      throw new AssertionError("read as " + NetlistText.parse("example", text));
    } catch (DiagnosedException e) {
      return e.diagnostics().get(0);
    }
  }
}
