package pnnc.crossbar.die;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlockBusTest {
  @Test
  void lanesCarryTheWordsThatWaitForOneConverter() {
    assertThat(BlockBus.dac(128, 8, 8).wires()).isEqualTo(128);
    assertThat(BlockBus.dac(129, 8, 8).wires()).isEqualTo(136);
    assertThat(BlockBus.dac(128, 1, 8).wires()).isEqualTo(16);
    assertThat(BlockBus.adc(64, 8, 8).wires()).isEqualTo(64);
    assertThat(BlockBus.adc(1, 6, 8).wires()).isEqualTo(6);
    assertThat(BlockBus.adc(64, 8, 64).signals()).isEqualTo(8 + 2);
  }

  @Test
  void gatesTakeTheNumberOfARow() {
    assertThat(BlockBus.gates(1).wires()).isEqualTo(1);
    assertThat(BlockBus.gates(128).wires()).isEqualTo(7);
    assertThat(BlockBus.gates(129).wires()).isEqualTo(8);
    assertThat(BlockBus.gates(4).signal(2)).isEqualTo("all");
  }

  @Test
  void onlyTheSelectIsOfOneBox() {
    BlockBus dac = BlockBus.dac(2, 3, 1);
    assertThat(dac.net(4, "fc1.0.0.0", dac.signal(5))).isEqualTo("row4.dac.in5");
    assertThat(dac.net(4, "fc1.0.0.0", dac.signal(6))).isEqualTo("row4.clk");
    assertThat(dac.net(4, "fc1.0.0.0", dac.signal(7))).isEqualTo("fc1.0.0.0.dac.sel");
    assertThat(dac.net(4, "fc1.0.0.0", "vdd")).isEqualTo("row4.vdd");
    assertThat(dac.port("vdd")).isEqualTo("dac.vdd");
  }
}
