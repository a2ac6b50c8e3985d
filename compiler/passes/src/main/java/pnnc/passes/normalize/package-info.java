/**
 * Rewrites that bring every linear operator with constant weights into one of three forms, so that
 * the partition can cut it out as a physical block:
 *
 * <ul>
 *   <li>{@code MatMul(x, W)}, {@code W} a constant {@code [in, out]}, perhaps followed by {@code
 *       Add} of a constant {@code [out]};
 *   <li>{@code Conv(x, W, b)} with every attribute written out and no {@code auto_pad};
 *   <li>{@code ConvTranspose(x, W, b)} likewise, without {@code output_shape}.
 * </ul>
 *
 * <p>A weight is a constant, or a constant of few levels behind DequantizeLinear. {@link
 * pnnc.passes.normalize.LinearOperators} tells whether an operator is in such a form, and if not,
 * why. For example, an LSTM becomes one MatMul over all time steps and a Scan whose body holds
 * another:
 *
 * <pre>{@code
 * %g = MatMul(%x, %lstm.W)
 * %y = Scan(%h0, %c0, %g) { (h, c, g) → %r = MatMul(%h, %lstm.R); … }
 * }</pre>
 *
 * <p>Each pass leaves what it cannot rewrite exactly, and says why where the operator is linear.
 */
package pnnc.passes.normalize;
