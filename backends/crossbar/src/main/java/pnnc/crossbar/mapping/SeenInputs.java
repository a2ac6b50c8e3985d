package pnnc.crossbar.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import pnnc.backend.LoweringContext;
import pnnc.ir.block.CalibrationData;
import pnnc.ir.block.LinearBlock;

/**
 * What the matrices of blocks are multiplied with, looked at once for all tiles of a matrix: they
 * come one behind the other, and those of the last few matrices are kept. Any thread may ask.
 */
public final class SeenInputs {
  /** Matrices whose tiles may be lowered at a time. */
  private static final int KEPT = 4;

  /** Columns of inputs that ranges are fitted to. */
  private static final int COLUMNS = 1024;

  private final Map<Matrix, InputColumns> last = new LinkedHashMap<>();

  private record Matrix(CalibrationData data, String block, int group) {
    long seed() {
      return 31L * block.hashCode() + group;
    }
  }

  /**
   * The inputs of a matrix; none if the block has no calibration data. Which columns are chosen
   * depends on the data and the names only, not on which tile is lowered first.
   */
  synchronized Optional<InputColumns> of(LinearBlock block, int group, LoweringContext context) {
    if (context.calibration().isEmpty()) {
      return Optional.empty();
    }
    CalibrationData data = context.calibration().get();
    Matrix matrix = new Matrix(data, block.name(), group);
    InputColumns known = last.get(matrix);
    if (known == null) {
      known = InputColumns.of(data, block.shape(), group, COLUMNS, matrix.seed());
      last.put(matrix, known);
      if (last.size() > KEPT) {
        last.remove(last.keySet().iterator().next());
      }
    }
    return Optional.of(known);
  }
}
