package pnnc.sim.forbidden;

import pnnc.backend.forbidden.BackendThatJudges;

/** What the simulator must not do: use a backend. */
public interface SimThatKnowsABackend {
  /** Asks. */
  void ask(BackendThatJudges backend);
}
