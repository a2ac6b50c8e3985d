package pnnc.kernels.crossbar;

/**
 * One link of a chain: a resistance {@code r} towards the root, and {@code Y} hanging behind it.
 */
final class Chain {
  private Chain() {}

  /** Which part of the root's voltage arrives, and of a current behind the link leaves. */
  static double alpha(double ohms, double siemens) {
    return ohms == Double.POSITIVE_INFINITY ? 0 : 1 / (1 + ohms * siemens);
  }

  /** Volts behind the link per ampere; 0 where nothing holds the node, which then stays at 0 V. */
  static double beta(double ohms, double siemens) {
    if (ohms == Double.POSITIVE_INFINITY) {
      return siemens == 0 ? 0 : 1 / siemens;
    }
    return ohms / (1 + ohms * siemens);
  }
}
