/**
 * What is known of a network's values without running it: element types, shapes and the contents of
 * the small integer tensors that models compute shapes with.
 *
 * <p>A size is an {@link pnnc.passes.shape.Extent}: a number, or a polynomial in the dimensions
 * that the model names. So a model for any batch {@code N} is followed as exactly as one for a
 * fixed batch:
 *
 * <pre>{@code
 * %x: f32[N, 3, 4]
 * %n = Gather(Shape(%x), 0)             contents [N]
 * %y = Reshape(%x, Concat(%n, [-1]))    f32[N, 12], because N·3·4 / N = 12
 * }</pre>
 *
 * <p>{@link pnnc.passes.shape.Inference} walks the graph once and asks the {@link
 * pnnc.passes.shape.ShapeRule} of each operator. {@link pnnc.passes.shape.InferTypes} writes the
 * result into the network; {@link pnnc.passes.shape.MacCounter} counts with it.
 */
package pnnc.passes.shape;
