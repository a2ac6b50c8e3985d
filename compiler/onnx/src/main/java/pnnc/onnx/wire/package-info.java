/**
 * The protobuf wire format, as much of it as ONNX uses: {@link pnnc.onnx.wire.WireReader} walks a
 * message in a {@link pnnc.base.bytes.ByteSource} and skips what is large, {@link
 * pnnc.onnx.wire.WireMessage} is a message to be written whose large fields are still where they
 * were. {@link pnnc.onnx.wire.Fields} has the numbers of ONNX's schema.
 *
 * <pre>{@code
 * WireMessage dim = new WireMessage().text(Fields.Dimension.DIM_PARAM, "N");
 * WireMessage shape = new WireMessage().message(Fields.TensorShape.DIM, dim);
 * }</pre>
 *
 * <p>There is no generated code: a generated parser would copy every weight to the heap.
 */
package pnnc.onnx.wire;
