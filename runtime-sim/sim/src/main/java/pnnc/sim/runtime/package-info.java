/**
 * ONNX Runtime, the way pnnc uses it: as the reference that verdicts are measured against, as the
 * host that runs what did not become physical, and as the arithmetic behind constant folding.
 *
 * <pre>{@code
 * try (OnnxSession session = OnnxSession.open(model, SessionSettings.DEFAULT)) {
 *   Map<String, Tensor> outputs = session.run(Map.of("x", image));
 * }
 * }</pre>
 *
 * <p>Whatever ONNX Runtime refuses becomes one diagnostic, {@code PNN3016}; a machine on which its
 * native library does not load, {@code PNN7003}. Nothing here prints: its log is set to fatal
 * errors only, because every other failure arrives as an exception.
 */
package pnnc.sim.runtime;
