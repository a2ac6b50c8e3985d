package pnnc.sim.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.ir.block.UnitInterface;
import pnnc.ir.block.UnitInterface.Converter;
import pnnc.ir.block.UnitInterface.Drive;
import pnnc.ir.block.UnitInterface.Readout;
import pnnc.ir.circuit.Cell;
import pnnc.ir.circuit.Circuit;
import pnnc.ir.circuit.Port;
import pnnc.ir.electrical.ElectricalDevice;
import pnnc.ir.netlist.ElectricalNetlist;
import pnnc.ir.netlist.Netlist;

/** Converters and differences around physics that answers with what it is given. */
class AssembledUnitTest {
  private static final Netlist NETLIST =
      new ElectricalNetlist(
          Circuit.flat(
              "wires",
              List.of(),
              new Cell<ElectricalDevice>(
                  "wires",
                  Stream.of("W0", "W1", "B0", "B1")
                      .map(n -> new Port(n, Port.Direction.INOUT, Port.Role.SIGNAL))
                      .toList(),
                  List.of(),
                  List.of())));

  /** Each port that is read has ten times the signal of the driven port of the same number. */
  private static final class TenTimes implements PhysicsSolver {
    private List<String> read = List.of();

    @Override
    public boolean solves(Netlist netlist) {
      return true;
    }

    @Override
    public UnitPhysics prepare(Netlist netlist, List<String> driven, List<String> read, long chip) {
      this.read = read;
      return (volts, amps) -> {
        for (int k = 0; k < amps.length; k++) {
          amps[k] = 10 * volts[driven.indexOf("W" + read.get(k).substring(1))];
        }
      };
    }
  }

  private static double[] answer(List<Drive> drives, List<Readout> readouts, double... x) {
    UnitInterface ports = new UnitInterface("wires", 0, drives, readouts);
    double[] y = new double[1];
    new AssembledUnit(ports, NETLIST, new TenTimes(), 0).add(x, 1, y);
    return y;
  }

  @Test
  void inputsGoThroughTheirConverter() {
    List<Drive> drives = List.of(new Drive("W0", 0, 0.5, 0, new Converter(1, 0, 1)));
    List<Readout> readouts = List.of(new Readout("B0", 0, 1, 0));
    assertThat(answer(drives, readouts, 0.9)).containsExactly(0);
    assertThat(answer(drives, readouts, 1.1)).containsExactly(10);
  }

  @Test
  void theDifferenceOfTwoPortsIsConvertedAsOne() {
    List<Drive> drives = List.of(new Drive("W0", 0, 1, 0), new Drive("W1", 1, 1, 0));
    Converter adc = new Converter(3, -4, 3);
    List<Readout> readouts = List.of(new Readout("B0", "B1", 0, 2, 0.5, adc));
    assertThat(answer(drives, readouts, 5, 4.87)[0]).isCloseTo(2 * 1 + 0.5, within(1e-12));
    assertThat(answer(drives, readouts, 5, 9)[0]).isCloseTo(2 * -4 + 0.5, within(1e-12));
  }

  @Test
  void aPortThatIsNotDrawnIsNamed() {
    assertThatThrownBy(
            () -> answer(List.of(new Drive("W0", 0, 1, 0)), List.of(new Readout("B7", 0, 1, 0)), 1))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContaining("the layout of `wires` has no port B7");
  }

  @Test
  void aReadoutOfNoPortIsOneThatIsNotDrawn() {
    assertThatThrownBy(
            () -> answer(List.of(new Drive("W0", 0, 1, 0)), List.of(new Readout("", 0, 1, 0)), 1))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContaining("the layout of `wires` has no port");
  }

  @Test
  void theResponseIsThatOfIdealConverters() {
    List<Drive> drives =
        List.of(
            new Drive("W0", 3, 0.5, 0.25, new Converter(1, -2, 1)), new Drive("W1", -1, 0, 0.1));
    Converter adc = new Converter(1, -1, 1);
    List<Readout> readouts = List.of(new Readout("B0", "B1", 2, 4, 7, adc));
    UnitInterface ports = new UnitInterface("wires", 0, drives, readouts);
    UnitResponse response = new AssembledUnit(ports, NETLIST, new TenTimes(), 0).response();
    assertThat(response.inputs()).isEqualTo(1);
    assertThat(response.input(0)).isEqualTo(3);
    assertThat(response.output(0)).isEqualTo(2);
    assertThat(response.at(0, 0)).isCloseTo(4 * 10 * 0.5, within(1e-12));
    assertThat(response.constant(0)).isCloseTo(7 + 4 * 10 * (0.25 - 0.1), within(1e-12));
    assertThat(response.driven(-1)).containsExactly("W1");
    assertThat(response.read(2)).containsExactly("B0", "B1");
  }

  @Test
  void aPortThatIsOnlyTakenOffIsReadAsWell() {
    TenTimes physics = new TenTimes();
    UnitInterface ports =
        new UnitInterface(
            "wires",
            0,
            List.of(new Drive("W0", 0, 1, 0), new Drive("W1", -1, 0, 1)),
            List.of(new Readout("B0", "B1", 0, 1, 0, Converter.IDEAL), new Readout("B0", 0, 1, 0)));
    double[] y = new double[1];
    new AssembledUnit(ports, NETLIST, physics, 0).add(new double[] {3}, 1, y);
    assertThat(physics.read).containsExactly("B0", "B1");
    assertThat(y).containsExactly(30 - 10 + 30);
  }

  /** Columns that stand together answer as each would alone, converters and all. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 65})
  void manyColumnsAnswerAsEachAlone(int columns) {
    Converter dac = new Converter(3, -2, 2);
    Converter adc = new Converter(4, -15, 15);
    UnitInterface ports =
        new UnitInterface(
            "wires",
            0,
            List.of(
                new Drive("W0", 1, 0.5, 0.1, dac),
                new Drive("W1", -1, 0, 1, dac),
                new Drive("W1", 0, 1, 0)),
            List.of(new Readout("B0", "B1", 1, 2, 0.5, adc), new Readout("B1", "", 0, 1, 0, adc)));
    AssembledUnit unit = new AssembledUnit(ports, NETLIST, new TenTimes(), 0);
    double[] x = new Random(columns).doubles(2L * columns, -3, 3).toArray();
    double[] together = new double[2 * columns];
    unit.add(x, columns, together);
    for (int c = 0; c < columns; c++) {
      double[] alone = new double[2];
      unit.add(new double[] {x[c], x[columns + c]}, 1, alone);
      assertThat(new double[] {together[c], together[columns + c]}).containsExactly(alone);
    }
  }

  /** Pieces of two bits through a linear unit come to the whole; each is converted on its own. */
  @Test
  void piecesAddUpToTheWhole() {
    Converter dac = new Converter(6, -3.2, 3.1);
    List<Drive> drives = List.of(new Drive("W0", 0, 1, 0, dac), new Drive("W1", -1, 0, 1.7, dac));
    List<Readout> readouts = List.of(new Readout("B0", "B1", 0, 2, 0.5, Converter.IDEAL));
    UnitInterface pieces = new UnitInterface("wires", 0, drives, readouts, 2);
    for (double x : new double[] {0, 0.4, -1.3, 3.1, 9, -9}) {
      double[] y = new double[1];
      new AssembledUnit(pieces, NETLIST, new TenTimes(), 0).add(new double[] {x}, 1, y);
      double shown = Math.max(-3.1, dac.convert(x));
      assertThat(y[0]).isCloseTo(2 * 10 * (shown - 1.7) + 0.5, within(1e-9));
    }
    Converter coarse = new Converter(1, 0, 31);
    List<Readout> rounded = List.of(new Readout("B0", "", 0, 1, 0, coarse));
    double[] y = new double[2];
    new AssembledUnit(new UnitInterface("wires", 0, drives, rounded, 2), NETLIST, new TenTimes(), 0)
        .add(new double[] {1.1, 0.3}, 2, y);
    // 11 = 2·4 + 3 and 3: pieces of 3 are full, 2 of 3 is nearer to full, in units of 3.1/3.
    assertThat(y[0]).isCloseTo(31 * (3 * 0.1 / 3.1) * (1 + 4), within(1e-9));
    assertThat(y[1]).isCloseTo(31 * (3 * 0.1 / 3.1), within(1e-9));
  }
}
