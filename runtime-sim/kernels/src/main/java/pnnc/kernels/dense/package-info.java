/**
 * Products of dense matrices with batches of columns, in plain Java that the JVM turns into vector
 * instructions. Sums run in one order, whatever the form of the loop and however many threads call
 * it, so that the same inputs give the same bits.
 *
 * <pre>{@code
 * double[] y = new double[rows * columns];
 * TileProduct.addTo(y, rows, columns, w, 0, depth, depth, x);   // y += w · x
 * }</pre>
 */
package pnnc.kernels.dense;
