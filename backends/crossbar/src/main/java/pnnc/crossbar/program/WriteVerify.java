package pnnc.crossbar.program;

import java.util.SplittableRandom;

/**
 * How a memory is brought to a conductance: pulse, read, until it is near enough or the budget is
 * spent. One pulse covers a share of what is missing, and misses by chance:
 *
 * <pre>{@code
 * g ← clip(g + step · (target − g) + sigma · N(0, 1)),   until |g − target| ≤ tolerance
 * }</pre>
 *
 * A stuck cell stays where forming left it. A model of two numbers, not of the physics: what it is
 * for is to see that a program can be written, and at what cost.
 *
 * @param least conductance of a memory, siemens
 * @param most conductance of a memory, siemens
 * @param step share of the distance that a pulse covers, in (0, 1]
 * @param sigma standard deviation of a pulse, siemens
 * @param tolerance siemens
 * @param budget pulses for one cell, at least 1
 * @param stuck share of cells that no pulse moves
 */
public record WriteVerify(
    double least,
    double most,
    double step,
    double sigma,
    double tolerance,
    int budget,
    double stuck) {
  /** A pulse covers half of the distance; assumed. */
  private static final double STEP = 0.5;

  /** Pulses for one cell; assumed. */
  private static final int BUDGET = 100;

  public WriteVerify {
    if (!(step > 0 && step <= 1) || !(sigma >= 0) || !(tolerance > 0) || budget < 1) {
      throw new IllegalArgumentException(
          "no way to write: step %s, sigma %s S, tolerance %s S, %d pulses"
              .formatted(step, sigma, tolerance, budget));
    }
  }

  /**
   * The usual way for a device: near enough is half of the way to the next level.
   *
   * @param levels at least 2
   * @param sigma standard deviation of a pulse as a share of {@code most}
   * @param stuck share of cells
   */
  public static WriteVerify of(double least, double most, int levels, double sigma, double stuck) {
    double tolerance = (most - least) / (levels - 1) / 2;
    return new WriteVerify(least, most, STEP, sigma * most, tolerance, BUDGET, stuck);
  }

  /**
   * How writing one cell went.
   *
   * @param siemens that it has in the end
   * @param pulses that it took
   * @param isReached whether it is near enough
   */
  public record Outcome(double siemens, int pulses, boolean isReached) {}

  /** Writes a cell that forming left anywhere. */
  public Outcome write(double target, SplittableRandom random) {
    double g = least + random.nextDouble() * (most - least);
    boolean isStuck = random.nextDouble() < stuck;
    int pulses = 0;
    while (Math.abs(g - target) > tolerance && pulses < budget) {
      pulses++;
      if (!isStuck) {
        double next = g + step * (target - g) + sigma * random.nextGaussian();
        g = Math.min(most, Math.max(least, next));
      }
    }
    return new Outcome(g, pulses, Math.abs(g - target) <= tolerance);
  }
}
