package pnnc.layout.mesh;

import java.util.Locale;
import java.util.OptionalDouble;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.layout.text.ByteCursor;
import pnnc.layout.text.Decimal;

/** STL as text, word by word. */
final class StlText {
  private static final int LONGEST_WORD = 100;

  private final ByteCursor cursor;
  private final Facets facets;
  private final StringBuilder word = new StringBuilder();
  private final double[] corners = new double[9];
  private long start;

  /** Takes what is read. */
  interface Facets {
    void facet(ByteCursor cursor, long offset, double[] corners);
  }

  StlText(ByteCursor cursor, Facets facets) {
    this.cursor = cursor;
    this.facets = facets;
  }

  void read() {
    next();
    do {
      expect("solid");
      // The name may have any words, even those that follow, so it ends with its line.
      skipLine();
      next();
      while (is("facet")) {
        facet();
      }
      if (!is("endsolid")) {
        throw fault("`facet` or `endsolid`");
      }
      skipLine();
      next();
    } while (word.length() > 0);
  }

  private void facet() {
    long offset = start;
    next();
    take("normal");
    for (int i = 0; i < 3; i++) {
      // Programs write nan for triangles without area; it is not used.
      requireWord("a number");
      next();
    }
    take("outer");
    take("loop");
    for (int i = 0; i < 9; i++) {
      if (i % 3 == 0) {
        take("vertex");
      }
      corners[i] = number();
    }
    take("endloop");
    take("endfacet");
    facets.facet(cursor, offset, corners);
  }

  private double number() {
    OptionalDouble value = Decimal.parse(word.toString());
    if (value.isEmpty()) {
      throw fault("a finite number");
    }
    next();
    return value.getAsDouble();
  }

  private void requireWord(String expected) {
    if (word.length() == 0) {
      throw fault(expected);
    }
  }

  private void take(String expected) {
    expect(expected);
    next();
  }

  private void expect(String expected) {
    if (!is(expected)) {
      throw fault("`" + expected + "`");
    }
  }

  private boolean is(String expected) {
    return word.toString().toLowerCase(Locale.ROOT).equals(expected);
  }

  private void skipLine() {
    int octet = cursor.peek();
    while (octet >= 0 && octet != '\n' && octet != '\r') {
      cursor.next();
      octet = cursor.peek();
    }
  }

  private static boolean isBlank(int octet) {
    return octet == ' ' || octet == '\t' || octet == '\n' || octet == '\r';
  }

  /** Takes the next word; an empty one at the end of the file. */
  private void next() {
    while (isBlank(cursor.peek())) {
      cursor.next();
    }
    start = cursor.offset();
    word.setLength(0);
    while (cursor.peek() >= 0 && !isBlank(cursor.peek())) {
      int octet = cursor.next();
      if (octet < ' ' || octet > '~' || word.length() == LONGEST_WORD) {
        throw cursor.faultAt(
            start, DiagnosticCode.STL_SYNTAX, "a word of text", ByteCursor.shown(octet));
      }
      word.append((char) octet);
    }
  }

  private DiagnosedException fault(String expected) {
    String found = word.length() == 0 ? "the end of the file" : "`" + word + "`";
    return cursor.faultAt(start, DiagnosticCode.STL_SYNTAX, expected, found);
  }
}
