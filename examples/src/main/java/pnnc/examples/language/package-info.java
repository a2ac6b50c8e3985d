/** Weights for the programs in {@code examples/language}. Nobody trained them. */
package pnnc.examples.language;
