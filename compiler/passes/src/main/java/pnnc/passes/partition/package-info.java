/**
 * Cuts a normalised network into the blocks that become hardware and the host graph around them.
 * {@link pnnc.passes.partition.Placement} says what goes where; a call of a block stands in the
 * host graph as an operator {@code pnnc::Block}.
 */
package pnnc.passes.partition;
