package pnnc.frontend.elaborate;

import java.util.Optional;
import pnnc.frontend.ast.Name;
import pnnc.frontend.source.Span;

/**
 * An argument of a call, elaborated.
 *
 * @param scope what can be seen where it stands
 */
record Given(Optional<Name> name, Val value, Span span, Scope scope) {}
