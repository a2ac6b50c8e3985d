package pnnc.frontend.parse;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;
import pnnc.frontend.source.SourceText;

/**
 * A text as ANTLR reads it: it sees whole characters, but counts UTF-16 units as {@link SourceText}
 * does. Half a surrogate pair is a character of its own.
 */
final class Utf16Stream implements CharStream {
  private final SourceText source;
  private final String text;
  private int at;

  Utf16Stream(SourceText source) {
    this.source = source;
    this.text = source.text();
  }

  @Override
  public String getText(Interval interval) {
    return text.substring(interval.a, Math.min(text.length(), interval.b + 1));
  }

  @Override
  public void consume() {
    at += Character.charCount(text.codePointAt(at));
  }

  @Override
  public int LA(int distance) {
    if (distance == 1) {
      return at < text.length() ? text.codePointAt(at) : IntStream.EOF;
    }
    int steps = distance > 0 ? distance - 1 : distance;
    int ahead = text.codePointCount(at, text.length());
    boolean isOutside = steps >= ahead || -steps > text.codePointCount(0, at);
    return isOutside ? IntStream.EOF : text.codePointAt(text.offsetByCodePoints(at, steps));
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return at;
  }

  @Override
  public void seek(int index) {
    at = index;
  }

  @Override
  public int size() {
    return text.length();
  }

  @Override
  public String getSourceName() {
    return source.name();
  }
}
