package pnnc.kernels.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GatedColumnsTest {
  static LongStream seeds() {
    return Crossbars.seeds(8);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void agreesWithPlainNodalEquations(long seed) {
    Random random = new Random(seed);
    int rows = 1 + random.nextInt(9);
    double[] bit = Crossbars.random(random, rows, 0, 50);
    double[] source = Crossbars.random(random, rows, 0, 50);
    bit[rows / 2] = 0;
    source[rows / 2] = 0;
    double[] cells = Crossbars.random(random, rows, 0, 1e-2);
    cells[0] = 0;
    PlainCircuit plain = new PlainCircuit();
    int[] b = nodes(plain, rows, 0.3);
    int[] s = nodes(plain, rows, 0);
    for (int i = 0; i < rows; i++) {
      plain.resistor(b[i], b[i + 1], bit[i]);
      plain.resistor(s[i], s[i + 1], source[i]);
      plain.conductor(b[i], s[i], cells[i]);
    }
    BigDecimal[] volts = plain.solve();
    GatedColumns columns = new GatedColumns(rows, 1, bit, source);
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      double across = volts[b[i]].subtract(volts[s[i]]).doubleValue();
      assertThat(columns.cellVolts(cells, 0.3)[i])
          .as("seed %d", seed)
          .isEqualTo(across, within(1e-15));
      sum += across * cells[i];
    }
    assertThat(columns.footAmps(cells, 0.3)[0]).isEqualTo(sum, within(1e-14 * sum));
  }

  private static int[] nodes(PlainCircuit plain, int rows, double footVolts) {
    int[] nodes = new int[rows + 1];
    for (int i = 0; i < rows; i++) {
      nodes[i] = plain.node();
    }
    nodes[rows] = plain.source(footVolts);
    return nodes;
  }

  @Test
  void columnsDoNotSeeEachOther() {
    Random random = new Random(1);
    double[] bit = Crossbars.random(random, 20, 0, 5);
    double[] source = Crossbars.random(random, 20, 0, 5);
    double[] cells = Crossbars.random(random, 20, 0, 1e-3);
    double[] both = new GatedColumns(10, 2, bit, source).footAmps(cells, 1);
    for (int j = 0; j < 2; j++) {
      GatedColumns one = new GatedColumns(10, 1, column(bit, j), column(source, j));
      assertThat(one.footAmps(column(cells, j), 1)).containsExactly(both[j]);
    }
  }

  private static double[] column(double[] matrix, int column) {
    double[] result = new double[10];
    for (int i = 0; i < 10; i++) {
      result[i] = matrix[2 * i + column];
    }
    return result;
  }

  @Test
  void aCellIsDeviceAndTransistorInSeries() {
    assertThat(GatedColumns.cell(1e-4, 1e-3)).isEqualTo(1 / (1e4 + 1e3), within(1e-18));
    assertThat(GatedColumns.cell(0, 0)).isZero();
    assertThat(GatedColumns.cell(1e-4, 0)).isZero();
  }

  @Test
  void aCutLineCarriesNothing() {
    double[] bit = {1, Double.POSITIVE_INFINITY, 1};
    GatedColumns columns = new GatedColumns(3, 1, bit, new double[] {1, 1, 1});
    double[] cells = {1e-3, 0, 2e-3};
    assertThat(columns.footAmps(cells, 1)[0]).isEqualTo(1 / (500.0 + 2), within(1e-15));
    assertThat(columns.cellVolts(cells, 1)[0]).isZero();
  }

  @Test
  void refusesOtherSizes() {
    GatedColumns columns = new GatedColumns(2, 2, new double[4], new double[4]);
    assertThatThrownBy(() -> columns.footAmps(new double[3], 1)).hasMessage("3 cells, not 2 × 2");
  }
}
