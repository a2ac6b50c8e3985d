package pnnc.layout.volume;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.layout.text.ByteCursor;

/**
 * The tags of an XML file, one after the other; text in between is passed over. No document types,
 * no entities, nothing of a size that the file chooses: a tag has at most 100 attributes of 64 KiB,
 * elements are nested at most 50 deep.
 */
final class XmlTags {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_VALUE = 1 << 16;
  private static final int MOST_ATTRIBUTES = 100;
  private static final int DEEPEST = 50;

  private final ByteCursor cursor;
  private final Deque<String> open = new ArrayDeque<>();

  XmlTags(ByteCursor cursor) {
    this.cursor = cursor;
  }

  /**
   * A tag.
   *
   * @param offset where its {@code <} is
   * @param isEnd whether it is {@code </name>}
   * @param isEmpty whether it is {@code <name/>}
   */
  record Tag(
      String name, Map<String, String> attributes, long offset, boolean isEnd, boolean isEmpty) {
    String attribute(String key, String otherwise) {
      return attributes.getOrDefault(key, otherwise);
    }
  }

  /** The element that the next tag is in, empty outside all. */
  String parent() {
    return open.isEmpty() ? "" : open.peek();
  }

  /** Whether the outermost element has ended. */
  boolean isOpen() {
    return !open.isEmpty();
  }

  /** The next tag. */
  Tag next() {
    while (true) {
      skipText();
      long offset = cursor.offset();
      cursor.next();
      int octet = cursor.peek();
      if (octet == '?') {
        skipPast("?>");
      } else if (octet == '!') {
        cursor.next();
        comment(offset);
      } else if (octet == '/') {
        cursor.next();
        return end(offset);
      } else {
        return start(offset);
      }
    }
  }

  private void skipText() {
    int octet = cursor.peek();
    while (octet != '<') {
      if (octet < 0) {
        throw fault(open.isEmpty() ? "an element" : "`</%s>`".formatted(open.peek()));
      }
      requireNoEntity(octet);
      cursor.next();
      octet = cursor.peek();
    }
  }

  private void requireNoEntity(int octet) {
    if (octet == '&') {
      throw cursor.fault(DiagnosticCode.VTI_FORBIDDEN, "entities");
    }
  }

  private void comment(long offset) {
    if (cursor.peek() != '-') {
      throw cursor.faultAt(offset, DiagnosticCode.VTI_FORBIDDEN, "document types and CDATA");
    }
    cursor.next();
    take('-');
    skipPast("-->");
  }

  private void skipPast(String end) {
    int last = 0;
    int before = 0;
    while (true) {
      int octet = cursor.next();
      if (octet < 0) {
        throw fault("`" + end + "`");
      }
      boolean isThere = octet == '>' && last == end.charAt(end.length() - 2);
      if (isThere && (end.length() == 2 || before == end.charAt(0))) {
        return;
      }
      before = last;
      last = octet;
    }
  }

  private Tag end(long offset) {
    String name = name();
    skipBlanks();
    take('>');
    if (open.isEmpty() || !open.pop().equals(name)) {
      throw cursor.faultAt(
          offset, DiagnosticCode.VTI_XML, "the end of another element", "`</%s>`".formatted(name));
    }
    return new Tag(name, Map.of(), offset, true, false);
  }

  private Tag start(long offset) {
    String name = name();
    Map<String, String> attributes = new LinkedHashMap<>();
    boolean hasBlank = skipBlanks();
    while (cursor.peek() != '>' && cursor.peek() != '/') {
      if (!hasBlank || attributes.size() == MOST_ATTRIBUTES) {
        throw fault("the end of the tag");
      }
      String key = name();
      skipBlanks();
      take('=');
      skipBlanks();
      if (attributes.put(key, value()) != null) {
        throw fault("no second `%s`".formatted(key));
      }
      hasBlank = skipBlanks();
    }
    boolean isEmpty = cursor.peek() == '/';
    if (isEmpty) {
      cursor.next();
    } else if (open.size() == DEEPEST) {
      throw cursor.fault(DiagnosticCode.VTI_FORBIDDEN, "more than 50 elements in each other");
    } else {
      open.push(name);
    }
    take('>');
    return new Tag(name, attributes, offset, false, isEmpty);
  }

  private String name() {
    StringBuilder name = new StringBuilder();
    int octet = cursor.peek();
    while (octet > ' ' && octet < 0x7F && "=/<>\"'&!?".indexOf(octet) < 0) {
      if (name.length() == LONGEST_NAME) {
        throw fault("a shorter name");
      }
      name.append((char) cursor.next());
      octet = cursor.peek();
    }
    if (name.length() == 0) {
      throw fault("a name");
    }
    return name.toString();
  }

  private String value() {
    int quote = cursor.peek();
    if (quote != '"' && quote != '\'') {
      throw fault("a quoted value");
    }
    cursor.next();
    StringBuilder value = new StringBuilder();
    int octet = cursor.peek();
    while (octet != quote) {
      requireNoEntity(octet);
      if (octet < 0 || octet == '<' || value.length() == LONGEST_VALUE) {
        throw fault("the end of a value");
      }
      value.append((char) cursor.next());
      octet = cursor.peek();
    }
    cursor.next();
    return value.toString();
  }

  private boolean skipBlanks() {
    boolean hasBlank = false;
    int octet = cursor.peek();
    while (octet == ' ' || octet == '\n' || octet == '\r' || octet == '\t') {
      hasBlank = true;
      cursor.next();
      octet = cursor.peek();
    }
    return hasBlank;
  }

  /** Takes a character that must come. */
  void take(char expected) {
    if (cursor.peek() != expected) {
      throw fault("`" + expected + "`");
    }
    cursor.next();
  }

  /** Passes over blanks and takes a character that must come. */
  void takeBehindBlanks(char expected) {
    skipBlanks();
    take(expected);
  }

  private DiagnosedException fault(String expected) {
    return cursor.fault(DiagnosticCode.VTI_XML, expected, ByteCursor.shown(cursor.peek()));
  }
}
