/**
 * The network IR to ONNX models. A model is first put together as a tree of fields whose large data
 * are still where they were, so that its size is known and weights pass through a small buffer.
 *
 * <pre>{@code
 * try (OutputStream out = Files.newOutputStream(path)) {
 *   OnnxWriter.write(network, out);
 * }
 * }</pre>
 *
 * <p>Equal networks give equal bytes.
 */
package pnnc.onnx.write;
