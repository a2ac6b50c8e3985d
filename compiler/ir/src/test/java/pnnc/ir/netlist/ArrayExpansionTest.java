package pnnc.ir.netlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pnnc.base.units.Ohms;
import pnnc.ir.circuit.Cell;
import pnnc.ir.circuit.Circuit;
import pnnc.ir.electrical.ArrayExpansion;
import pnnc.ir.electrical.Crosspoint;
import pnnc.ir.electrical.CrosspointArray;
import pnnc.ir.electrical.ElectricalDevice;
import pnnc.ir.electrical.Resistor;
import pnnc.ir.electrical.Transistor;

class ArrayExpansionTest {
  private static final ElectricalNetlist EXAMPLE =
      (ElectricalNetlist) ExampleNetlists.parse(ExampleNetlists.ELECTRICAL);

  @Test
  void aPassiveArrayIsDevicesAndTwoSetsOfWires() {
    List<ElectricalDevice> devices = ArrayExpansion.expand(array("T"));
    assertThat(devices).hasSize(4 + 4 + 4);
    assertThat(devices)
        .contains(
            new Resistor("T.rw_1_0", Resistor.Role.SEGMENT, "in1", "T.w_1_0", new Ohms(0.78)),
            new Resistor("T.rw_1_1", Resistor.Role.SEGMENT, "T.w_1_0", "T.w_1_1", new Ohms(0.78)),
            new Resistor("T.rb_0_1", Resistor.Role.SEGMENT, "T.b_0_1", "T.b_1_1", new Ohms(0.79)),
            new Resistor("T.rb_1_1", Resistor.Role.SEGMENT, "T.b_1_1", "b1", new Ohms(0.79)));
    Crosspoint last = (Crosspoint) find(devices, "T.x_1_0");
    assertThat(last.wordLine()).isEqualTo("T.w_1_0");
    assertThat(last.bitLine()).isEqualTo("T.b_1_0");
    assertThat(last.level()).isEqualTo(2);
  }

  @Test
  void aGatedArrayPutsTheTransistorBehindTheDevice() {
    List<ElectricalDevice> devices = ArrayExpansion.expand(array("U"));
    assertThat(devices).hasSize(5 * 4);
    Crosspoint device = (Crosspoint) find(devices, "U.x_0_1");
    Transistor access = (Transistor) find(devices, "U.m_0_1");
    assertThat(access.drain()).isEqualTo(device.wordLine());
    assertThat(access.gate()).isEqualTo("U.w_0_1");
    assertThat(access.source()).isEqualTo("U.s_0_1");
    assertThat(((Resistor) find(devices, "U.rs_1_1")).b()).isEqualTo("s1");
  }

  /** Every net that the expansion makes has two ends, and the outer nets are all still used. */
  @Test
  void anExpandedCellIsSound() {
    Cell<ElectricalDevice> die = EXAMPLE.circuit().cell("die").orElseThrow();
    List<ElectricalDevice> devices = new ArrayList<>();
    die.devices()
        .forEach(
            d ->
                devices.addAll(
                    d instanceof CrosspointArray a ? ArrayExpansion.expand(a) : List.of(d)));
    Cell<ElectricalDevice> spelledOut = new Cell<>("die", die.ports(), devices, die.instances());
    Circuit<ElectricalDevice> circuit =
        new Circuit<>(
            "expanded",
            EXAMPLE.circuit().models(),
            List.of(EXAMPLE.circuit().cell("tile").orElseThrow(), spelledOut),
            "die");
    assertThat(NetlistVerifier.check(new ElectricalNetlist(circuit))).isEmpty();
  }

  private static CrosspointArray array(String name) {
    return (CrosspointArray) find(EXAMPLE.circuit().cell("die").orElseThrow().devices(), name);
  }

  private static ElectricalDevice find(List<ElectricalDevice> devices, String name) {
    return devices.stream().filter(d -> d.name().equals(name)).findFirst().orElseThrow();
  }
}
