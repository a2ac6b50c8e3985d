package pnnc.lsp;

import java.io.PrintStream;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the protocol's library logs, one line each: an editor shows them to its user. */
final class Notes extends Handler {
  private static final Logger LIBRARY = Logger.getLogger("org.eclipse.lsp4j");

  private final PrintStream to;

  private Notes(PrintStream to) {
    this.to = to;
    setLevel(Level.WARNING);
    setFormatter(new SimpleFormatter());
  }

  /** Takes what is logged from now on, until closed. */
  static Notes start(PrintStream to) {
    Notes notes = new Notes(to);
    LIBRARY.setUseParentHandlers(false);
    LIBRARY.addHandler(notes);
    return notes;
  }

  void say(String text) {
    to.println("pnnc lsp: " + text.strip().replaceAll("\\s*\\R\\s*", " "));
  }

  @Override
  public void publish(LogRecord entry) {
    if (isLoggable(entry)) {
      say(getFormatter().formatMessage(entry));
    }
  }

  @Override
  public void flush() {
    to.flush();
  }

  @Override
  public void close() {
    LIBRARY.removeHandler(this);
  }
}
