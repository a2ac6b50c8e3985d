package pnnc.backend;

import java.util.Optional;
import java.util.function.DoubleConsumer;
import pnnc.ir.block.CalibrationData;

/**
 * What lowering may use besides block and target.
 *
 * @param seed the only source of randomness; one for each unit, derived from the run's seed
 * @param calibration samples of the block's inputs and outputs; empty if the user gave no data
 * @param progress told the share that is done, from 0 to 1, by lowerings that take long
 */
public record LoweringContext(
    long seed, Optional<CalibrationData> calibration, DoubleConsumer progress) {}
