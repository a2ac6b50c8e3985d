package pnnc.backend;

import java.io.IOException;

/** Netlists to the files a foundry or a laser writer takes. */
public interface Emitter {
  /**
   * Starts a design. Units are then added in plan order, each written out before the next comes.
   *
   * @param target decides geometry and format
   * @param files where the files go
   */
  Die begin(Target target, ArtifactSink files) throws IOException;

  /** A design being written. */
  interface Die {
    /** Draws one unit. */
    void add(Unit unit, LoweredUnit lowered) throws IOException;

    /** Places and joins the units and completes every file. */
    void finish() throws IOException;
  }
}
