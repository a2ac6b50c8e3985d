package pnnc.frontend.ast;

import java.util.Optional;
import pnnc.frontend.source.Span;

/** {@code s: int = 1}. */
public record Parameter(Span span, Name name, Type type, Optional<Expr> otherwise) {}
