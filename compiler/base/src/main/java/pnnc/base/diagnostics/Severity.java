package pnnc.base.diagnostics;

import java.util.Locale;

/** How much a {@link Diagnostic} matters. Only errors stop a phase. */
public enum Severity {
  ERROR,
  WARNING,
  NOTE;

  /** The word printed in front of a message: {@code error}, {@code warning}, {@code note}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
