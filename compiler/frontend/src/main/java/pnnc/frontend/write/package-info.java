/**
 * Networks as programs. {@link pnnc.frontend.write.NetworkWriter} turns a network, usually one that
 * came from an ONNX model, into text that means the same:
 *
 * <pre>{@code
 * %1 = Gemm(%x, %fc1.weight, %fc1.bias) {transB = 1}        fc1 = x |> linear(w.fc1) |> relu
 * %2 = Relu(%1)
 * }</pre>
 *
 * <p>{@link pnnc.frontend.write.Recognition} first puts calls of {@code std.nn} in the place of the
 * operators that mean them, as operations of a domain of their own; what no function means stays an
 * operator under its own name. {@link pnnc.frontend.write.Blocks} makes functions of what repeats:
 * {@link pnnc.frontend.write.Runs} finds it, {@link pnnc.frontend.write.Alike} sees that it is
 * wired alike, {@link pnnc.frontend.write.LineUp} which weights have names in common. {@link
 * pnnc.frontend.write.Placing} then decides which operations get a line and which are piped into
 * their only user; {@link pnnc.frontend.write.Naming} finds names in what exporters left; {@link
 * pnnc.frontend.write.CallWriter} writes the calls.
 *
 * <p>A recogniser must be exact: what it puts in elaborates to operators that compute the same, up
 * to the order of a sum. Where it cannot tell (a type or a rank is not known), it leaves the
 * operator alone.
 */
package pnnc.frontend.write;
