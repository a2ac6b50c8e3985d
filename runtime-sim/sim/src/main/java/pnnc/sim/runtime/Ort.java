package pnnc.sim.runtime;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;

/**
 * The process-wide environment of ONNX Runtime and what its failures mean to the user. The library
 * keeps one environment per process and frees it when the process ends; it is never closed here.
 */
final class Ort {
  /** What ONNX Runtime says of a model that is newer than itself, in the middle of its C++. */
  private static final Pattern TOO_NEW =
      Pattern.compile(
          "Opset (\\d+) is under development.*domain (\\S+) is till opset (\\d+)", Pattern.DOTALL);

  private static final int LONGEST_MESSAGE = 600;

  /** What Java says to those who want to be told of the end when it has come. */
  private static final String SHUTDOWN = "Shutdown in progress";

  private Ort() {}

  /** Something that asks ONNX Runtime for a {@code T}. */
  interface Call<T> {
    T run() throws OrtException;
  }

  /**
   * The environment; loads the native library on first use (about 0.3 s).
   *
   * @throws CancellationException if the process is about to end: it cannot be loaded any more
   */
  static OrtEnvironment environment() {
    try {
      return DeepStack.run(
          () -> OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "pnnc"));
    } catch (IllegalStateException e) {
      throw SHUTDOWN.equals(e.getMessage()) ? new CancellationException("interrupted") : e;
    } catch (LinkageError e) {
      throw unavailable(e);
    } catch (OrtException e) {
      throw refused(e.getMessage());
    }
  }

  /** What {@code call} returns; its refusal becomes a diagnostic. */
  static <T> T ask(Call<T> call) {
    try {
      return call.run();
    } catch (OrtException e) {
      throw refused(e.getMessage());
    }
  }

  static DiagnosedException refused(String message) {
    Matcher tooNew = TOO_NEW.matcher(message);
    if (tooNew.find()) {
      String knows = "it knows operator set %s up to version %s, not %s";
      return new DiagnosedException(
          DiagnosticCode.REFERENCE_REFUSED
              .error(knows.formatted(tooNew.group(2), tooNew.group(3), tooNew.group(1)))
              .help(
                  "convert the model to an older version, for instance with onnx.version_converter"));
    }
    return new DiagnosedException(DiagnosticCode.REFERENCE_REFUSED.error(oneLine(message)));
  }

  /** A failure of the loader names its cause only at the end of the chain. */
  static DiagnosedException unavailable(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new DiagnosedException(
        DiagnosticCode.RUNTIME_UNAVAILABLE.error(oneLine(root.toString())));
  }

  private static String oneLine(String message) {
    String text =
        message.replaceFirst("^Error code - \\w+ - message: ", "").replaceAll("\\s+", " ").strip();
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
  }
}
