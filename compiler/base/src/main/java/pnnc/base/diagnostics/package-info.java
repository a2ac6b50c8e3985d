/**
 * What pnnc says to people. The user's mistakes are data: a {@link
 * pnnc.base.diagnostics.Diagnostic} has a stable {@link pnnc.base.diagnostics.DiagnosticCode}, one
 * sentence with the values of the case, a {@link pnnc.base.diagnostics.Place} and a way out.
 *
 * <pre>{@code
 * throw new DiagnosedException(
 *     DiagnosticCode.EXTERNAL_PATH
 *         .error("../secrets.bin", "it leaves the model's folder")
 *         .at(new Place.ModelElement("net.onnx", "initializer w", "")));
 * }</pre>
 *
 * <p>Our own mistakes are exceptions: {@link pnnc.base.diagnostics.CompilerBug}.
 */
package pnnc.base.diagnostics;
