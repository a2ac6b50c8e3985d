package pnnc.backend;

import java.io.IOException;
import java.util.OptionalDouble;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;

/** Netlists to the files a foundry or a laser writer takes. */
public interface Emitter {
  /**
   * Starts a design. Units are then added in plan order, each written out before the next comes.
   *
   * @param target decides geometry and format
   * @param files where the files go
   */
  Die begin(Target target, ArtifactSink files) throws IOException;

  /** Languages that layouts are written in. */
  enum Language {
    OASIS,
    GDSII
  }

  /**
   * Starts a design whose layout is to be in {@code language}, not in the one that the backend
   * prefers.
   *
   * @throws DiagnosedException if the backend does not write it; by default it writes none but its
   *     own
   */
  default Die begin(Target target, Language language, ArtifactSink files) throws IOException {
    throw new DiagnosedException(
        DiagnosticCode.LAYOUT_LANGUAGE.error(target.name(), language, target.backend()));
  }

  /** A design being written. */
  interface Die {
    /** Draws one unit. */
    void add(Unit unit, LoweredUnit lowered) throws IOException;

    /** Places and joins the units and completes every file. */
    void finish() throws IOException;

    /** Area of what was drawn in square micrometres, after {@link #finish}; empty if unknown. */
    default OptionalDouble areaUm2() {
      return OptionalDouble.empty();
    }
  }
}
