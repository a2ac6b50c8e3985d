package pnnc.sim.runtime;

import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * One run of a session that ends soon after its thread is interrupted: ONNX Runtime looks at a flag
 * before each operator, also in the bodies of loops. The base class is not about channels here; it
 * is what Java offers to hear of the interruption of a thread that is in native code.
 */
final class InterruptibleRun extends AbstractInterruptibleChannel {
  private final OrtSession.RunOptions options;
  private boolean over;

  private InterruptibleRun(OrtSession.RunOptions options) {
    this.options = options;
  }

  /**
   * The outputs called {@code wanted}; the caller closes the result.
   *
   * @throws CancellationException if the thread was interrupted; it still is
   */
  static OrtSession.Result run(
      OrtSession session, Map<String, ? extends OnnxTensorLike> inputs, Set<String> wanted)
      throws OrtException {
    try (OrtSession.RunOptions options = new OrtSession.RunOptions()) {
      return new InterruptibleRun(options).result(session, inputs, wanted);
    }
  }

  private OrtSession.Result result(
      OrtSession session, Map<String, ? extends OnnxTensorLike> inputs, Set<String> wanted)
      throws OrtException {
    Optional<OrtSession.Result> result = Optional.empty();
    try {
      begin();
      try {
        result = Optional.of(session.run(inputs, wanted, options));
      } finally {
        markOver();
        end(true);
      }
    } catch (ClosedByInterruptException interrupted) {
      result.ifPresent(OrtSession.Result::close);
      throw new CancellationException("interrupted");
    } catch (AsynchronousCloseException impossible) {
      throw new IllegalStateException(impossible);
    }
    return result.orElseThrow();
  }

  /** From here on the options may be closed. */
  private synchronized void markOver() {
    over = true;
  }

  /** Called when the thread is interrupted, by whoever does that. */
  @Override
  protected synchronized void implCloseChannel() {
    if (!over) {
      try {
        options.setTerminate(true);
      } catch (OrtException e) {
        throw Ort.refused(e.getMessage());
      }
    }
  }
}
