/**
 * Passes that compute at compile time what does not depend on the network's inputs, and take out
 * what is then no longer needed. The values come from {@link pnnc.passes.shape.Inference} or from
 * the {@link pnnc.passes.pipeline.ConstantEvaluator}; no pass here knows an operator's arithmetic.
 *
 * <pre>{@code
 * %c = Mul(@a, @b)       becomes       @c    (a constant that holds the product)
 * }</pre>
 */
package pnnc.passes.fold;
