/**
 * Compression whose result is the same on any machine. What {@link java.util.zip.Deflater} makes
 * depends on the zlib that the machine has; layouts and pictures must not.
 */
package pnnc.base.deflate;
