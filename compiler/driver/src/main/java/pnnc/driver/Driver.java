package pnnc.driver;

import java.io.IOException;

/**
 * The actions of pnnc. Each throws {@link pnnc.base.diagnostics.DiagnosedException} for the user's
 * mistakes and {@link java.util.concurrent.CancellationException} soon after its thread was
 * interrupted; either way nothing half-written stays behind.
 */
public interface Driver {
  /** Compiles a model and, unless told not to, verifies what it emitted. */
  Outcome compile(CompileRequest request, Session session);

  /** Judges a bundle by its files alone. */
  Outcome verify(VerifyRequest request, Session session);

  /** Runs a bundle on data and writes what it says. */
  Outcome simulate(SimRequest request, Session session);

  /** Tells what is in a model or a layout. */
  Outcome inspect(InspectRequest request, Session session);

  /** Draws a layout into a file. */
  Outcome render(RenderRequest request, Session session);

  /** Lists, shows, begins or checks descriptions of hardware. */
  Outcome target(TargetRequest request, Session session);

  /**
   * Lays programs out. Files with faults stay as they are: their diagnostics are reported, not
   * thrown, and decide how the run ends.
   */
  Outcome format(FormatRequest request, Session session);

  /** Tells what is in the standard library. */
  Outcome standard(StandardRequest request, Session session);

  /**
   * Turns a model into text.
   *
   * @param text receives it if the request names no file
   * @throws IOException if {@code text} throws it
   */
  Outcome importModel(ImportRequest request, Session session, Appendable text) throws IOException;
}
