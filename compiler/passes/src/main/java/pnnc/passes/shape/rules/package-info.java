/**
 * What each ONNX operator makes of the types of its inputs: one class per family of operators, one
 * line per operator, small formulas beside them. The formulas are those of the ONNX operator
 * documentation (opset 7 to 25) and of ONNX Runtime's {@code ContribOperators.md}.
 *
 * <pre>{@code
 * table.add("Transpose", TypeRule.SAME, (op, output) -> transpose(op));
 * }</pre>
 */
package pnnc.passes.shape.rules;
