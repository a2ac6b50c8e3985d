package pnnc.ir.block;

import java.util.List;

/**
 * How a block's tensors meet the ports of the units that realise it.
 *
 * @param block name of the block
 * @param inputSize numbers that go in at a time: a patch of a convolution, a row of a matrix
 *     product, all inputs of a function
 * @param outputSize numbers that come out
 * @param units in plan order
 */
public record BlockInterface(
    String block, int inputSize, int outputSize, List<UnitInterface> units) {
  public BlockInterface {
    units = List.copyOf(units);
    if (inputSize < 0 || outputSize < 0) {
      throw new IllegalArgumentException("negative size: " + inputSize + ", " + outputSize);
    }
    units.forEach(u -> check(u, inputSize, outputSize));
  }

  private static void check(UnitInterface unit, int inputSize, int outputSize) {
    boolean inputsFit =
        unit.drives().stream().allMatch(d -> d.input() < inputSize && d.input() >= -1);
    boolean outputsFit =
        unit.readouts().stream().allMatch(r -> r.output() < outputSize && r.output() >= 0);
    if (!inputsFit || !outputsFit) {
      throw new IllegalArgumentException("ports of " + unit.unit() + " reach outside the block");
    }
  }
}
