package pnnc.frontend.ast;

import pnnc.frontend.source.Span;

/** An identifier where it stands. */
public record Name(Span span, String text) {
  @Override
  public String toString() {
    return text;
  }
}
