package pnnc.cli.report;

import java.util.function.LongSupplier;

/**
 * What a run talks to.
 *
 * @param out for results
 * @param err for messages
 * @param terminal whether messages go to a terminal that obeys control sequences
 * @param colors whether that terminal wants colours
 * @param columns width of the terminal, at least 40
 * @param nanos a clock in nanoseconds, from any beginning
 */
public record Console(
    Output out, Output err, boolean terminal, boolean colors, int columns, LongSupplier nanos) {}
