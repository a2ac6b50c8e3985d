package pnnc.frontend.elaborate;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Elaborates on a thread with room for it: expressions are followed by recursion, a thousand pipes
 * in a row too, and what a thread has by default is not enough for those and the functions they
 * call.
 */
final class Room {
  private static final long BYTES = 64L << 20;

  private Room() {}

  /** What {@code work} returns or throws; the calling thread waits for it. */
  static <T> T run(Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread = new Thread(null, () -> complete(result, work), "pnnc-elaborate", BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }

  private static <T> void complete(CompletableFuture<T> result, Supplier<T> work) {
    try {
      result.complete(work.get());
    } catch (RuntimeException | Error e) {
      result.completeExceptionally(e);
    }
  }
}
