package pnnc.driver.compile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import pnnc.base.diagnostics.CompilerBug;
import pnnc.driver.files.Interruption;

/**
 * Works on several tasks at once and hands over the results in the tasks' order, so that nobody can
 * tell from the results how many threads there were. At most as many tasks are under way or done
 * and not handed over as there are threads, beside the one that is being handed over.
 *
 * <p>The first task in order that fails is the one whose exception is thrown. Then, and when the
 * caller is interrupted, tasks under way are interrupted and the others not begun.
 */
final class InOrder<T, R> implements AutoCloseable {
  /** Takes a result; may fail with {@code E}. */
  interface Sink<T, R, E extends Exception> {
    void accept(T task, R result) throws E;
  }

  private record Started<T, R>(T task, Future<R> result) {}

  private final int threads;
  private final Function<T, R> work;
  private final ExecutorService pool;
  private final Deque<Started<T, R>> started = new ArrayDeque<>();

  private InOrder(int threads, Function<T, R> work) {
    this.threads = threads;
    this.work = work;
    this.pool = Executors.newFixedThreadPool(threads, InOrder::daemon);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "pnnc-unit");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Does all tasks; {@code sink} is called in the caller's thread.
   *
   * @param threads at least 1; with 1 the work is done in the caller's thread as well
   * @throws CancellationException if the caller's thread is interrupted
   */
  static <T, R, E extends Exception> void forEach(
      Iterator<T> tasks, int threads, Function<T, R> work, Sink<T, R, E> sink) throws E {
    if (threads == 1) {
      while (tasks.hasNext()) {
        Interruption.check();
        T task = tasks.next();
        sink.accept(task, work.apply(task));
      }
      return;
    }
    try (InOrder<T, R> all = new InOrder<>(threads, work)) {
      all.run(tasks, sink);
    }
  }

  private <E extends Exception> void run(Iterator<T> tasks, Sink<T, R, E> sink) throws E {
    fill(tasks);
    while (!started.isEmpty()) {
      Interruption.check();
      Started<T, R> first = started.remove();
      R result = result(first.result());
      fill(tasks);
      sink.accept(first.task(), result);
    }
  }

  private void fill(Iterator<T> tasks) {
    while (started.size() < threads && tasks.hasNext()) {
      T task = tasks.next();
      started.add(new Started<>(task, pool.submit(() -> work.apply(task))));
    }
  }

  private R result(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new CompilerBug("emit", "a function threw a checked exception", e);
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
