/**
 * A program as its author wrote it. The records keep the user's words and where they stand, and
 * give them no meaning: a name is not resolved, a number is its text, a unit may not exist.
 *
 * <pre>{@code
 * net Mlp(x: f32[N, 784]) -> f32[N, 10] {     Item.Net
 *   weights w = onnx("mlp.onnx")               Statement.Weights
 *   x |> linear(w.fc) |> softmax(axis: -1)     Statement.Result of Expr.Call of Expr.Call
 * }
 * }</pre>
 */
package pnnc.frontend.ast;
