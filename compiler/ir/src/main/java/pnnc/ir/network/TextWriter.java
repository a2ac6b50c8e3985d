package pnnc.ir.network;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Indented lines into an {@link Appendable}. */
final class TextWriter {
  private final Appendable out;
  private int indent;

  TextWriter(Appendable out) {
    this.out = out;
  }

  TextWriter put(String text) {
    try {
      out.append(text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the line and begins the next at the current depth. */
  void line() {
    put("\n").put("  ".repeat(indent));
  }

  void deeper() {
    indent++;
  }

  void shallower() {
    indent--;
  }
}
