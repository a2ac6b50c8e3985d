package pnnc.ir.netlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FlatteningTest {
  @Test
  void instancesAreReplacedByTheirDevices() {
    ElectricalNetlist nested =
        electrical(
            """
            pnnc-netlist 1 electrical x
            cell leaf { port p in signal port q out signal
              capacitor C a=p b=n capacitance=1F capacitor D a=n b=q capacitance=2F }
            cell pair { port p in signal port q out signal
              instance i of=leaf nets=[p m] instance j of=leaf nets=[m q] }
            cell top { port a in signal port b out signal
              instance k of=pair nets=[a b] }
            top top
            """);
    ElectricalNetlist flat =
        electrical(
            """
            pnnc-netlist 1 electrical x
            cell top { port a in signal port b out signal
              capacitor k/i/C a=a b=k/i/n capacitance=1F capacitor k/i/D a=k/i/n b=k/m capacitance=2F
              capacitor k/j/C a=k/m b=k/j/n capacitance=1F capacitor k/j/D a=k/j/n b=b capacitance=2F }
            top top
            """);
    assertThat(nested.flatten(10)).isEqualTo(flat);
    assertThat(NetlistVerifier.check(flat)).isEmpty();
  }

  @Test
  void examplesStaySoundWhenFlattened() {
    ElectricalNetlist flat = electrical(ExampleNetlists.ELECTRICAL).flatten(100);
    assertThat(flat.circuit().isHierarchical()).isFalse();
    assertThat(NetlistVerifier.check(flat)).isEmpty();
    PhotonicNetlist mesh = (PhotonicNetlist) ExampleNetlists.parse(ExampleNetlists.PHOTONIC);
    assertThat(NetlistVerifier.check(mesh.flatten(100))).isEmpty();
  }

  /** Sixty cells, each twice in the next, stand for 2^60 devices. */
  @Test
  void aBombIsRefused() {
    StringBuilder text = new StringBuilder("pnnc-netlist 1 electrical bomb cell c0 { }");
    for (int i = 1; i < 60; i++) {
      String use = " instance %s of=c%d nets=[]";
      text.append(" cell c%d {".formatted(i)).append(use.formatted("a", i - 1));
      text.append(use.formatted("b", i - 1)).append(" }");
    }
    ElectricalNetlist bomb = electrical(text + " top c59");
    assertThatThrownBy(() -> bomb.flatten(1000)).hasMessageContaining("more than 1000 parts");
  }

  /** Names grow with depth, so depth has a limit; finding it needs no stack. */
  @Test
  void bottomlessHierarchiesAreRefused() {
    StringBuilder text = new StringBuilder("pnnc-netlist 1 electrical deep cell c0 { }");
    for (int i = 1; i < 20_000; i++) {
      text.append(" cell c%d { instance i of=c%d nets=[] }".formatted(i, i - 1));
    }
    assertThat(electrical(text + " top c900").flatten(1000).circuit().cells()).hasSize(1);
    ElectricalNetlist deep = electrical(text + " top c19999");
    assertThatThrownBy(() -> deep.flatten(1_000_000)).hasMessageContaining("1000 levels");
  }

  @Test
  void faultyCircuitsAreRefused() {
    ElectricalNetlist faulty = electrical("pnnc-netlist 1 electrical x top nowhere");
    assertThatThrownBy(() -> faulty.flatten(1)).hasMessageContaining("cannot flatten");
  }

  private static ElectricalNetlist electrical(String text) {
    return (ElectricalNetlist) ExampleNetlists.parse(text);
  }
}
