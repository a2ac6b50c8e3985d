package pnnc.driver.compile;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.LongFunction;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.sim.twin.BlockOperator;

/**
 * A layout that was opened.
 *
 * @param chips the blocks of one chip by its number, in the order of the design; throws a {@link
 *     DiagnosedException} with what is wrong with the drawings of all units
 * @param areaUm2 of the die; empty if there is none, or nobody knows
 */
record ReadBack(LongFunction<Map<String, BlockOperator>> chips, OptionalDouble areaUm2) {
  /** Without hardware. */
  static final ReadBack NOTHING = new ReadBack(chip -> Map.of(), OptionalDouble.empty());
}
