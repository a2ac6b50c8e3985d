package pnnc.base.diagnostics;

/**
 * Colours, or none.
 *
 * @param on whether the reader understands ANSI control sequences
 */
public record Paint(boolean on) {
  private static final String RESET = "\u001b[0m";

  String bold(String text) {
    return painted("\u001b[1m", text);
  }

  String place(String text) {
    return painted("\u001b[34m", text);
  }

  String severity(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> painted("\u001b[1;31m", text);
      case WARNING -> painted("\u001b[1;33m", text);
      case NOTE -> painted("\u001b[1;36m", text);
    };
  }

  private String painted(String code, String text) {
    return on ? code + text + RESET : text;
  }
}
