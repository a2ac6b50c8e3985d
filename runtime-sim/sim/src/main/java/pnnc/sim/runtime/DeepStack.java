package pnnc.sim.runtime;

import ai.onnxruntime.OrtException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import pnnc.base.diagnostics.CompilerBug;

/**
 * Runs native code on a thread with room for it. ONNX Runtime 1.29 searches the command line of the
 * process with a regular expression that recurses once per character when its environment is made;
 * a class path of some 15 kB then overflows the megabyte of stack that a Java thread has, and the
 * process dies without a word. Loading a deeply nested model is no different.
 */
final class DeepStack {
  private static final long BYTES = 64L << 20;

  private DeepStack() {}

  /** What {@code call} returns or throws; the calling thread waits for it. */
  static <T> T run(Ort.Call<T> call) throws OrtException {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread = new Thread(null, () -> complete(result, call), "onnx-runtime", BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return result.get();
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    } catch (InterruptedException e) {
      return uninterrupted(result);
    }
  }

  private static <T> void complete(CompletableFuture<T> result, Ort.Call<T> call) {
    try {
      result.complete(call.run());
    } catch (OrtException | RuntimeException | Error e) {
      result.completeExceptionally(e);
    }
  }

  /** A native call cannot be given up; the interrupt is seen after it. */
  private static <T> T uninterrupted(CompletableFuture<T> result) throws OrtException {
    try {
      return result.join();
    } catch (CompletionException e) {
      throw rethrown(e.getCause());
    } finally {
      Thread.currentThread().interrupt();
    }
  }

  private static OrtException rethrown(Throwable cause) {
    if (cause instanceof OrtException refused) {
      return refused;
    }
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    throw new CompilerBug("onnx runtime", "unexpected failure", cause);
  }
}
