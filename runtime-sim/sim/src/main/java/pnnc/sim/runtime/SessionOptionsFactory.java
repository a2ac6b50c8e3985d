package pnnc.sim.runtime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;

/** Turns {@link SessionSettings} into ONNX Runtime's own options. */
final class SessionOptionsFactory {
  private SessionOptionsFactory() {}

  /** New options; the caller closes them. */
  static SessionOptions create(SessionSettings settings) throws OrtException {
    SessionOptions options = new SessionOptions();
    options.setIntraOpNumThreads(settings.threads());
    options.setInterOpNumThreads(1);
    options.setOptimizationLevel(level(settings.optimization()));
    options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
    options.setDeterministicCompute(true);
    return options;
  }

  private static OptLevel level(SessionSettings.Optimization optimization) {
    return switch (optimization) {
      case NONE -> OptLevel.NO_OPT;
      case BASIC -> OptLevel.BASIC_OPT;
      case EXTENDED -> OptLevel.EXTENDED_OPT;
      case ALL -> OptLevel.ALL_OPT;
    };
  }
}
