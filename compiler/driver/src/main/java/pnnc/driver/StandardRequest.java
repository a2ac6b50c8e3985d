package pnnc.driver;

import java.util.Optional;

/**
 * A question about the standard library.
 *
 * @param symbol what it is about: {@code linear}, {@code std.nn}, {@code crossbar.adc.width}; empty
 *     for all of it
 * @param withSource whether the text of what is found is wanted too
 */
public record StandardRequest(Optional<String> symbol, boolean withSource) {}
