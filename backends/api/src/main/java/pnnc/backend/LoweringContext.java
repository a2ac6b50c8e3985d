package pnnc.backend;

import java.util.Optional;
import java.util.function.DoubleConsumer;
import pnnc.ir.block.CalibrationData;

/**
 * What lowering may use besides block and target.
 *
 * @param seed the only source of randomness; one for each unit, derived from the run's seed
 * @param calibration what passes through the block in the exact network, each batch one call of it:
 *     on samples spread over the user's data, or on made-up inputs if there are none. Empty if
 *     {@link Lowering#calibrationSamples} wants nothing or no sample reaches the block
 * @param progress told the share that is done, from 0 to 1, by lowerings that take long
 */
public record LoweringContext(
    long seed, Optional<CalibrationData> calibration, DoubleConsumer progress) {}
