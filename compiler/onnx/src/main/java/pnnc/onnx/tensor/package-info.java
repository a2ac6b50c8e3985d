/**
 * ONNX tensors: {@code TensorProto} and {@code SparseTensorProto} to {@link pnnc.ir.network.Tensor}
 * and back. Data that stand in the file as the IR wants them (raw bytes, floats, external files)
 * are not read, only pointed at; integers in variable-length form are decoded.
 *
 * <pre>{@code
 * Tensor x = OnnxTensors.read(ByteSource.of("input_0.pb", bytes));
 * }</pre>
 */
package pnnc.onnx.tensor;
