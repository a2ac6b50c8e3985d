package pnnc.layout.drc;

import pnnc.base.process.Rule;

/**
 * A place where a rule is broken.
 *
 * @param rule which
 * @param cell in whose coordinates the place is
 * @param place what is at fault
 * @param count how often this is so in the cell that was checked, at least 1: once for each
 *     placement of {@code cell} of which it holds
 */
public record Violation(Rule rule, String cell, Marker place, long count) {}
