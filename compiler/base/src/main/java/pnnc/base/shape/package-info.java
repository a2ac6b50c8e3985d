/**
 * Sizes of tensors. A {@link pnnc.base.shape.Shape} is a list of {@link pnnc.base.shape.Dim}s, and
 * a dimension is a number, a name or unknown:
 *
 * <pre>{@code
 * Shape image = Shape.of(Dim.of("N"), Dim.of(784));
 * image.bind(Map.of("N", 8L)).elements();   // 6272
 * }</pre>
 */
package pnnc.base.shape;
