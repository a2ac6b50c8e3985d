/**
 * Which operators there are. The network IR takes any operator by name; this catalogue says which
 * names the ONNX standard and ONNX Runtime publish, from which version of their operator set on,
 * and with how many inputs and outputs:
 *
 * <pre>{@code
 * OperatorCatalogue.published().isDefined(OpType.of("Upsample"), 9);    // true
 * OperatorCatalogue.published().isDefined(OpType.of("Upsample"), 10);   // false: deprecated
 * OperatorCatalogue.published().isDefined(OpType.of("Crop"), 9);        // false: was withdrawn
 * }</pre>
 *
 * <p>The facts stand in {@code operators.txt}, with their sources.
 */
package pnnc.ir.operators;
