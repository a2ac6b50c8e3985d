package pnnc.crossbar.mapping;

import java.util.ArrayList;
import java.util.List;
import pnnc.backend.Unit;
import pnnc.crossbar.CrossbarSettings;
import pnnc.ir.block.LinearBlock;
import pnnc.ir.block.LinearShape;

/**
 * Cuts a block's matrices into tiles of about equal size: inputs over word lines, outputs over the
 * bit lines that {@link BitLines} gives them. The first tile of each output has the word lines of
 * the bias.
 */
public final class Tiling {
  private static final int BIAS_ROWS = 2;

  private Tiling() {}

  /**
   * Word lines that hold the bias of a block, in the tiles that begin its inputs; each carries its
   * share.
   */
  public static int biasRows(LinearBlock block, CrossbarSettings settings) {
    return block.bias().isPresent() ? Math.min(BIAS_ROWS, settings.tile().rows() - 1) : 0;
  }

  /** The tiles of {@code block}, outputs outermost. */
  public static List<Unit> of(LinearBlock block, CrossbarSettings settings) {
    LinearShape shape = block.shape();
    int rows = settings.tile().rows() - biasRows(block, settings);
    List<int[]> ins = parts(shape.in(), rows);
    List<int[]> outs = parts(shape.out(), settings.storage().outs(settings.tile().columns()));
    List<Unit> units = new ArrayList<>();
    for (int g = 0; g < shape.groups(); g++) {
      for (int[] out : outs) {
        for (int[] in : ins) {
          String name = "%s.%d.%d.%d".formatted(block.name(), g, out[0], in[0]);
          units.add(new Unit(name, g, out[0], out[1], in[0], in[1]));
        }
      }
    }
    return units;
  }

  /** Cuts {@code size} into as few parts of at most {@code most} as there can be. */
  static List<int[]> parts(int size, int most) {
    int count = (size + most - 1) / most;
    List<int[]> parts = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      int from = (int) ((long) size * k / count);
      parts.add(new int[] {from, (int) ((long) size * (k + 1) / count)});
    }
    return parts;
  }
}
