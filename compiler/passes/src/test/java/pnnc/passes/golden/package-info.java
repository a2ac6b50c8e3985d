/**
 * Golden tests of passes: {@code src/test/golden/<pass>/<what-it-shows>.in} holds a network as
 * text, {@code .out} what the pass makes of it, {@code .err} (instead or besides) what it says.
 * Both networks are run by ONNX Runtime on the same random inputs and must agree. A new folder
 * named like a pass is found without further ado.
 *
 * <p>Comments in the {@code .in} file steer the run:
 *
 * <pre>{@code
 * // with N=8              the size of a named dimension when run, or bound by bind-dimensions
 * // not run: reason       where ONNX Runtime cannot run the network
 * }</pre>
 */
package pnnc.passes.golden;
