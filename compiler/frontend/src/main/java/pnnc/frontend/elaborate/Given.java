package pnnc.frontend.elaborate;

import java.util.Optional;
import pnnc.frontend.ast.Name;
import pnnc.frontend.source.Span;

/** An argument of a call, elaborated. */
record Given(Optional<Name> name, Val value, Span span) {}
