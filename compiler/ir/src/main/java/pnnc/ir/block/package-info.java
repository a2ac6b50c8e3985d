/**
 * What a network is cut into: a host graph that keeps running in ONNX Runtime, and blocks that
 * become physical objects.
 *
 * <p>A {@link pnnc.ir.block.LinearBlock} is a constant matrix, or a convolution seen as one; {@link
 * pnnc.ir.block.WeightMatrix} shows its weights as {@code [out, in]} whichever way round the
 * operator stored them, and reads them tile by tile out of a mapped file. A {@link
 * pnnc.ir.block.FunctionBlock} is a piece of network that physics is trained to imitate on {@link
 * pnnc.ir.block.CalibrationData}. A {@link pnnc.ir.block.Partition} holds both kinds and the host
 * graph that calls them:
 *
 * <pre>{@code
 * %h = pnnc::Block(%x) {block = "fc1"}      // a host node; blocks().get("fc1") is the matrix
 * %y = Relu(%h)
 * }</pre>
 */
package pnnc.ir.block;
