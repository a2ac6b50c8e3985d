package pnnc.crossbar.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pnnc.backend.Lowering;
import pnnc.backend.LoweringContext;
import pnnc.backend.Unit;
import pnnc.base.shape.Shape;
import pnnc.driver.compile.Backends;
import pnnc.ir.block.CalibrationData;
import pnnc.ir.block.LinearBlock;
import pnnc.ir.block.LinearForm;
import pnnc.ir.block.LinearShape;
import pnnc.ir.block.UnitInterface;
import pnnc.ir.block.Window;
import pnnc.ir.network.Tensor;

/** Each row of a matrix has the range of what it sees, and each tile that of its rows. */
class InputColumnsTest {
  private static final Backends.Chosen CROSSBAR = Backends.installed().choose("crossbar", Map.of());

  private static CalibrationData data(Tensor input) {
    return () -> Stream.of(new CalibrationData.Batch(List.of(input), List.of()));
  }

  @Test
  void inputsOfADenseBlockHaveTheirOwnRanges() {
    Tensor two = Tensor.ofFloats(Shape.of(2, 3), 1, -5, 0.5f, 2, 3, 0.25f);
    LinearShape shape = new LinearShape(new LinearForm.Dense(), 1, 3, 1);
    InputColumns all = InputColumns.of(data(two), shape, 0, 8, 1);
    assertThat(all.largest()).isEqualTo(5);
    assertThat(all.largest(0, 1)).isEqualTo(2);
    assertThat(all.largest(2, 3)).isEqualTo(0.5);
    assertThat(all.areNotNegative(0, 1)).isTrue();
    assertThat(all.areNotNegative(0, 2)).isFalse();
  }

  /** Two groups of two channels, seen through windows of 1 x 2. */
  @Test
  void rowsOfAConvolutionHaveThoseOfTheirChannels() {
    Tensor image = Tensor.ofFloats(Shape.of(1, 4, 1, 3), 9, 9, 9, 9, -9, 9, 1, 2, 3, 4, 5, -6);
    Window window =
        new Window(
            List.of(1, 2),
            List.of(1, 1),
            List.of(1, 1),
            new Window.Padding.Explicit(List.of(0, 0), List.of(0, 0)));
    LinearShape shape = new LinearShape(new LinearForm.Convolution(window), 2, 4, 2);
    InputColumns second = InputColumns.of(data(image), shape, 1, 8, 1);
    assertThat(second.largest(0, 2)).isEqualTo(3);
    assertThat(second.largest(1, 3)).isEqualTo(6);
    assertThat(second.largest()).isEqualTo(6);
    assertThat(second.areNotNegative(0, 2)).isTrue();
    assertThat(second.areNotNegative(2, 4)).isFalse();
  }

  /** A tile of small inputs gives them a quarter more than they were seen to need. */
  @Test
  void aTileHasTheRangeOfItsOwnInputs() {
    int ins = 200;
    float[] seen = new float[ins];
    for (int i = 0; i < ins; i++) {
      seen[i] = i < ins / 2 ? 40 : 1;
    }
    Tensor weights = Tensor.ofFloats(Shape.of(ins, 1), seen.clone());
    LinearBlock block = LinearBlock.dense("fc", weights, Optional.empty(), Optional.empty());
    CalibrationData data = data(Tensor.ofFloats(Shape.of(1, ins), seen));
    Lowering lowering = CROSSBAR.backend().lowering();
    List<Unit> units = lowering.plan(block, CROSSBAR.target());
    assertThat(units).hasSize(2);
    assertThat(perVolt(lowering, block, units.get(0), data)).isCloseTo(40, within(1e-9));
    assertThat(perVolt(lowering, block, units.get(1), data)).isCloseTo(1.25, within(1e-9));
  }

  /** What input drives a word line with the reading voltage. */
  private static double perVolt(
      Lowering lowering, LinearBlock block, Unit unit, CalibrationData data) {
    LoweringContext context = new LoweringContext(1, Optional.of(data), share -> {});
    UnitInterface.Drive drive =
        lowering.lower(block, unit, CROSSBAR.target(), context).ports().drives().get(0);
    return drive.converter().high() / drive.factor();
  }
}
