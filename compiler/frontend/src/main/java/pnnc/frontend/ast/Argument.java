package pnnc.frontend.ast;

import java.util.Optional;
import pnnc.frontend.source.Span;

/** {@code x} or {@code stride: 2}, in a call, a tuple or a quantised type. */
public record Argument(Span span, Optional<Name> name, Expr value) {}
