package pnnc.sim.crossbar;

import java.util.SplittableRandom;

/**
 * The conductances of one chip. Chip 0 is the nominal one: it has the mean drift and nothing that
 * differs from device to device. A device that is not there (0 S) stays away, unless it is stuck.
 */
final class ChipSample {
  private static final int PROGRAMMING = 1;
  private static final int DRIFT = 2;
  private static final int STUCK = 3;

  private final DeviceCard card;
  private final CellStatistics statistics;
  private final ChipRandom random;
  private final boolean isNominal;

  /**
   * A sample.
   *
   * @param unit its name; units differ on the same chip
   */
  ChipSample(DeviceCard card, CellStatistics statistics, long chip, String unit) {
    this.card = card;
    this.statistics = statistics;
    this.random = ChipRandom.of(chip, unit);
    this.isNominal = chip == 0;
  }

  /**
   * What devices were when they had been programmed.
   *
   * @param meant siemens; not modified
   */
  double[] programmed(double[] meant) {
    double[] siemens = meant.clone();
    if (isNominal) {
      return siemens;
    }
    ChipRandom own = random.about(PROGRAMMING);
    for (int k = 0; k < siemens.length; k++) {
      double sigma = siemens[k] == 0 ? 0 : statistics.programming(siemens[k]);
      siemens[k] = sigma == 0 ? siemens[k] : disturbed(siemens[k], sigma, own.device(k));
    }
    return stuck(siemens);
  }

  private static double disturbed(double siemens, double sigma, SplittableRandom random) {
    return Math.max(0, siemens + sigma * random.nextGaussian());
  }

  /** Overwrites those that cannot be programmed. */
  private double[] stuck(double[] siemens) {
    if (card.stuck().all() == 0) {
      return siemens;
    }
    ChipRandom own = random.about(STUCK);
    for (int k = 0; k < siemens.length; k++) {
      double u = own.device(k).nextDouble();
      if (u < card.stuck().open()) {
        siemens[k] = 0;
      } else if (u < card.stuck().open() + card.stuck().low()) {
        siemens[k] = card.leastSiemens();
      } else if (u < card.stuck().all()) {
        siemens[k] = card.greatestSiemens();
      }
    }
    return siemens;
  }

  /** Whether devices are others when they are read than when they had been programmed. */
  boolean drifts() {
    return card.ageSeconds() > 0
        && (card.drift() > 0 || statistics.drift(card.greatestSiemens()) > 0);
  }

  /**
   * What devices are when they are read.
   *
   * @param programmed siemens; not modified
   */
  double[] aged(double[] programmed) {
    double[] siemens = programmed.clone();
    double grown = Math.log1p(card.ageSeconds() / statistics.driftStart());
    ChipRandom own = random.about(DRIFT);
    for (int k = 0; k < siemens.length; k++) {
      if (siemens[k] > 0) {
        double sigma = isNominal ? 0 : statistics.driftSigma(siemens[k]);
        double spread = sigma == 0 ? 0 : sigma * own.device(k).nextGaussian();
        siemens[k] *= Math.exp(-grown * (statistics.drift(siemens[k]) + spread));
      }
    }
    return siemens;
  }
}
