package pnnc.cli.report;

/**
 * Shows how far a phase is: one line that changes on a terminal, otherwise a line per 10 %. Short
 * phases show nothing. Not thread-safe.
 */
final class ProgressLine {
  private static final long REDRAW_NANOS = 100_000_000;
  private static final long PATIENCE_NANOS = 500_000_000;
  private static final String ERASE = "\r\u001b[K";

  private final Console console;
  private final boolean moving;
  private String phase = "";
  private long began;
  private long drawn;
  private long step;
  private boolean visible;

  ProgressLine(Console console, boolean moving) {
    this.console = console;
    this.moving = moving;
  }

  void phase(String name) {
    erase();
    phase = name;
    began = console.nanos().getAsLong();
    drawn = began;
    step = 0;
  }

  void show(String unit, long done, long total) {
    long now = console.nanos().getAsLong();
    Pace pace = new Pace(unit, done, total, (now - began) / 1e9);
    if (moving) {
      draw(pace, now);
    } else {
      step(pace, now);
    }
  }

  private void draw(Pace pace, long now) {
    if (now - began < PATIENCE_NANOS || now - drawn < REDRAW_NANOS) {
      return;
    }
    drawn = now;
    visible = true;
    String text = text(pace);
    String fitting = text.substring(0, Math.min(text.length(), console.columns() - 1));
    console.err().print(ERASE + fitting);
    console.err().flush();
  }

  private void step(Pace pace, long now) {
    long reached = pace.percent().orElse(0) / 10;
    if (reached <= step) {
      return;
    }
    step = reached;
    boolean tooShort = now - began < PATIENCE_NANOS;
    if (!tooShort) {
      console.err().line(text(pace));
      console.err().flush();
    }
  }

  private String text(Pace pace) {
    String share =
        pace.percent().isPresent() ? "%3d %%, ".formatted(pace.percent().getAsLong()) : "";
    return "%s: %s%s".formatted(phase, share, pace);
  }

  /** Makes room for something else. */
  void erase() {
    if (visible) {
      console.err().print(ERASE);
      visible = false;
    }
  }
}
