package pnnc.ir.netlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pnnc.ir.circuit.Cell;
import pnnc.ir.circuit.Circuit;
import pnnc.ir.circuit.Instance;
import pnnc.ir.circuit.Model;
import pnnc.ir.circuit.Port;
import pnnc.ir.circuit.Reals;
import pnnc.ir.circuit.Tolerance;
import pnnc.ir.electrical.CrosspointArray;
import pnnc.ir.electrical.ElectricalDevice;

class LargeNetlistTest {
  private static final int SIDE = 1024;

  /**
   * A million arbitrary conductances: 8 MB in memory, 23 MB of text. The limit is for slow
   * machines.
   */
  @Test
  void aTileOfAMillionDevicesIsPrintedAndReadInSeconds() {
    Netlist tile = netlist(tile(SIDE, new Random(1)));
    assertTimeout(
        Duration.ofSeconds(60),
        () -> {
          String text = NetlistText.print(tile);
          assertThat(text.length()).isBetween(15_000_000, 30_000_000);
          Netlist back = NetlistText.parse("tile", text);
          assertThat(back.equals(tile)).isTrue();
          assertThat(NetlistVerifier.check(back)).isEmpty();
          assertThat(NetlistDiff.differences(tile, back, Tolerance.EXACT)).isEmpty();
        });
  }

  /** A tile is defined once however often it is used. */
  @Test
  void aThousandUsesOfATileAreSmall() {
    CrosspointArray array = tile(16, new Random(2));
    List<String> nets =
        Stream.concat(array.wordLines().stream(), array.bitLines().stream()).toList();
    List<Instance> uses = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      uses.add(new Instance("t" + i, "tile", nets));
    }
    Circuit<ElectricalDevice> one = circuit(array);
    Cell<ElectricalDevice> top = new Cell<>("top", one.ports(), List.of(), uses);
    Netlist many =
        new ElectricalNetlist(
            new Circuit<>("many", one.models(), List.of(one.cells().get(0), top), "top"));
    String text = NetlistText.print(many);
    assertThat(text.length()).isLessThan(400_000);
    assertThat(NetlistText.parse("many", text)).isEqualTo(many);
  }

  private static CrosspointArray tile(int side, Random random) {
    int devices = side * side;
    return new CrosspointArray(
        "T",
        IntStream.range(0, side).mapToObj(i -> "W" + i).toList(),
        IntStream.range(0, side).mapToObj(i -> "B" + i).toList(),
        "rom",
        new CrosspointArray.Crosspoints(
            Reals.constant(devices, 0.1024),
            Reals.constant(devices, 1),
            Reals.constant(devices, 0),
            Optional.of(Reals.generate(devices, i -> 1e-4 * random.nextDouble()))),
        CrosspointArray.Wires.uniform(devices, 0.78, 0.78),
        Optional.empty());
  }

  private static Circuit<ElectricalDevice> circuit(CrosspointArray array) {
    List<Port> ports =
        Stream.concat(array.wordLines().stream(), array.bitLines().stream())
            .map(net -> new Port(net, Port.Direction.INOUT, Port.Role.SIGNAL))
            .toList();
    List<Model> models = List.of(new Model("rom", "via-rom", Map.of()));
    return Circuit.flat("tile", models, new Cell<>("tile", ports, List.of(array), List.of()));
  }

  private static Netlist netlist(CrosspointArray array) {
    return new ElectricalNetlist(circuit(array));
  }
}
