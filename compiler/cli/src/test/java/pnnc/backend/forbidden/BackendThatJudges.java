package pnnc.backend.forbidden;

import pnnc.sim.forbidden.SimThatKnowsABackend;

/** What a backend must not do: use the simulator. */
public interface BackendThatJudges {
  /** Judges. */
  void judge(SimThatKnowsABackend judge);
}
