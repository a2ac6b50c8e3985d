package pnnc.sim.crossbar;

/**
 * Phase-change memory of 25 uS at most, as a million devices were measured: Nandakumar et al. 2019,
 * Joshi et al. 2020. {@code g} below is relative to 25 uS.
 */
record PhaseChange() implements CellStatistics {
  private static final double GREATEST = 25e-6;

  /** Seconds that a read takes. */
  private static final double READ = 250e-9;

  private static double relative(double siemens) {
    return Math.min(1, siemens / GREATEST);
  }

  @Override
  public double programming(double siemens) {
    double g = relative(siemens);
    return Math.max(0, -1.1731 * g * g + 1.9650 * g + 0.2635) * 1e-6;
  }

  @Override
  public double read(double siemens, double age) {
    double q = Math.min(0.0088 / Math.pow(relative(siemens), 0.65), 0.2);
    return q * Math.sqrt(Math.log((Math.max(age, READ) + READ) / (2 * READ)));
  }

  @Override
  public double drift(double siemens) {
    double mean = -0.0155 * Math.log(relative(siemens)) + 0.0244;
    return Math.min(0.1, Math.max(0.049, mean));
  }

  @Override
  public double driftSigma(double siemens) {
    double sigma = -0.0125 * Math.log(relative(siemens)) - 0.0059;
    return Math.min(0.045, Math.max(0.008, sigma));
  }

  @Override
  public double driftStart() {
    return 20;
  }
}
