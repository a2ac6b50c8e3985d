/**
 * ONNX models to the network IR, in two steps. The <em>messages</em> are the file as it stands,
 * fields in any order; the <em>assemblers</em> make of them what the IR asks for: names resolved,
 * operations in order, tensors checked.
 *
 * <pre>{@code
 * Diagnostics said = new Diagnostics();
 * Network network = OnnxReader.read(ByteSource.of("net.onnx", bytes), ExternalData.NONE, said);
 * }</pre>
 *
 * <p>What pnnc gives no meaning stays with the network as wire bytes and is written back by {@link
 * pnnc.onnx.write.OnnxWriter}: for a node, an initializer or the model in its own {@code unread};
 * for an attribute in its node's, for a value's type and description in the graph's (a part with
 * nothing but its name and those bytes). Not kept are: descriptions of single dimensions, of the
 * tensors in a list, and unknown fields in pairs of strings and in imports of operator sets.
 */
package pnnc.onnx.read;
