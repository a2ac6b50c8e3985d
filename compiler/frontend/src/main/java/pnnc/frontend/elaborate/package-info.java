/**
 * Gives programs their meaning by elaborating them: a network's body is evaluated with tensors that
 * have a type and a place in a graph instead of elements. A call binds its function's variables,
 * checks its goals, and adds its operators where it stands; so the graph that comes out is the same
 * that an ONNX model of the same network would give.
 *
 * <pre>{@code
 * net Mlp(x: f32[N, 784]) -> f32[N, 10] {        %x: f32[N, 784]
 *   weights w = onnx("mlp.onnx")
 *   x |> linear(w["w1"]) |> relu                 %0 = Transpose(%w1)
 * }                                              %1 = MatMul(%x, %0) …
 * }</pre>
 *
 * <p>What is known when a program is compiled (numbers, sizes, lists, words, the names of weights)
 * is computed; {@link pnnc.frontend.elaborate.Elaborator} is the way in.
 */
package pnnc.frontend.elaborate;
