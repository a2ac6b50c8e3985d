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
 * @param chips how many are judged beside the nominal one, at least 0
 * @param corner that the layout is read at
 */
public record VerifyRequest(
    Path bundle,
    Optional<Path> model,
    Optional<DataOptions> data,
    OptionalInt samples,
    int chips,
    Corner corner) {
  public VerifyRequest {
    if (samples.isPresent() && (samples.getAsInt() < 1 || data.isPresent())) {
      throw new IllegalArgumentException("samples beside data, or fewer than 1: " + samples);
    }
    if (chips < 0) {
      throw new IllegalArgumentException("negative chips: " + chips);
    }
  }

  /** Of the nominal chip alone. */
  public VerifyRequest(
      Path bundle, Optional<Path> model, Optional<DataOptions> data, OptionalInt samples) {
    this(bundle, model, data, samples, 0, Corner.NOMINAL);
  }

  /** With made-up samples and the model that the bundle names. */
  public static VerifyRequest of(Path bundle) {
    return new VerifyRequest(bundle, Optional.empty(), Optional.empty(), OptionalInt.empty());
  }

  /** On {@code other} samples. */
  public VerifyRequest with(DataOptions other) {
    return new VerifyRequest(bundle, model, Optional.of(other), OptionalInt.empty(), chips, corner);
  }

  /** Against {@code other}. */
  public VerifyRequest against(Path other) {
    return new VerifyRequest(bundle, Optional.of(other), data, samples, chips, corner);
  }

  /** Of so many chips beside the nominal one. */
  public VerifyRequest onChips(int count) {
    return new VerifyRequest(bundle, model, data, samples, count, corner);
  }

  /** With the layout read at {@code other}. */
  public VerifyRequest at(Corner other) {
    return new VerifyRequest(bundle, model, data, samples, chips, other);
  }
}
