package pnnc.sim.runtime;

/**
 * How ONNX Runtime is to run a model.
 *
 * @param threads within one operator, at least 1. One thread gives the same bits on every run
 * @param optimization how far it may rewrite the model before running it
 */
public record SessionSettings(int threads, Optimization optimization) {
  /** One thread, all optimisations: what verdicts are measured against. */
  public static final SessionSettings DEFAULT = new SessionSettings(1, Optimization.ALL);

  /** One thread, the model as it stands: the least work for a model that runs once. */
  public static final SessionSettings PLAIN = new SessionSettings(1, Optimization.NONE);

  /** ONNX Runtime's levels of graph optimisation, each including those before it. */
  public enum Optimization {
    NONE,
    BASIC,
    EXTENDED,
    ALL
  }

  public SessionSettings {
    if (threads < 1) {
      throw new IllegalArgumentException("not a number of threads: " + threads);
    }
  }

  public SessionSettings withThreads(int other) {
    return new SessionSettings(other, optimization);
  }

  public SessionSettings with(Optimization other) {
    return new SessionSettings(threads, other);
  }
}
