package pnnc.driver;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import pnnc.driver.data.DataOptions;

/**
 * The judgement of a bundle by its files alone.
 *
 * @param bundle its folder
 * @param model what it is compared with; empty: the file that the bundle names
 * @param data samples to compare on; empty: made-up ones
 * @param samples how many are made up, at least 1; empty: as many as a verdict needs
 */
public record VerifyRequest(
    Path bundle, Optional<Path> model, Optional<DataOptions> data, OptionalInt samples) {
  public VerifyRequest {
    if (samples.isPresent() && (samples.getAsInt() < 1 || data.isPresent())) {
      throw new IllegalArgumentException("samples beside data, or fewer than 1: " + samples);
    }
  }

  /** With made-up samples and the model that the bundle names. */
  public static VerifyRequest of(Path bundle) {
    return new VerifyRequest(bundle, Optional.empty(), Optional.empty(), OptionalInt.empty());
  }

  /** On {@code other} samples. */
  public VerifyRequest with(DataOptions other) {
    return new VerifyRequest(bundle, model, Optional.of(other), OptionalInt.empty());
  }

  /** Against {@code other}. */
  public VerifyRequest against(Path other) {
    return new VerifyRequest(bundle, Optional.of(other), data, samples);
  }
}
