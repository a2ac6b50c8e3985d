package pnnc.frontend.hardware;

import java.util.Optional;
import pnnc.frontend.ast.Item.HardwareKind;
import pnnc.frontend.source.Span;

/**
 * A device, a technology, or what a target is made of, with all its fields.
 *
 * @param kind which of them
 * @param name as it is declared
 * @param origin the nearest of itself and what it inherits from that every file can name: {@code
 *     std.device.hfo2_1t1r}
 * @param schema the full name of its schema, if it follows one
 * @param doc what its author says of it
 * @param fields its values
 * @param span its declaration
 */
public record ResolvedHardware(
    HardwareKind kind,
    String name,
    String origin,
    Optional<String> schema,
    String doc,
    Fields fields,
    Span span) {}
