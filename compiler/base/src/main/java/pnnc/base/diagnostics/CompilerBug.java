package pnnc.base.diagnostics;

/** A broken invariant of pnnc itself: never the user's fault. Names the pass that broke it. */
public final class CompilerBug extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CompilerBug(String where, String what) {
    super(where + ": " + what);
  }

  public CompilerBug(String where, String what, Throwable cause) {
    super(where + ": " + what, cause);
  }
}
