/**
 * The road of a model: normalised, cut up, drawn by a backend, written as a bundle, read back from
 * the bundle's files and compared with the original. The target {@code host} draws nothing.
 *
 * <p>{@link pnnc.driver.compile.Compile} goes all of it; {@link pnnc.driver.compile.Verify} has a
 * bundle already, and begins by comparing what it says of itself with the model. {@link
 * pnnc.driver.compile.Simulation} runs a bundle on data and judges nothing.
 *
 * <p>Beside the verdict on the nominal chip there may be verdicts on others ({@code ChipTrials}),
 * what an inference takes ({@code Metering}), and whether the target's limits are kept ({@code
 * LimitCheck}).
 */
package pnnc.driver.compile;
