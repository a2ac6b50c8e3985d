package pnnc.lsp;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.driver.program.ProgramReader;
import pnnc.driver.program.StandardFolder;

/**
 * Looks at programs, one at a time, on a thread of its own. An edit makes what is under way stop
 * and begin again.
 */
final class Analyst {
  /** Faults are told when nothing was typed for so long. */
  private static final long PAUSE_MILLIS = 120;

  /** Deeply nested expressions are elaborated by recursion. */
  private static final long STACK_BYTES = 64L << 20;

  private static final int MOST_TRIES = 3;

  private final Documents documents;
  private final StandardFolder standard;
  private final Consumer<Throwable> failures;
  private final ScheduledThreadPoolExecutor thread;
  private final Map<Path, Analysis> known = new HashMap<>();
  private Map<Path, Document> current = Map.of();
  private ProgramReader reader;

  /**
   * For what is open in {@code documents}.
   *
   * @param failures hears of faults of ours
   */
  Analyst(Documents documents, StandardFolder standard, Consumer<Throwable> failures) {
    this.documents = documents;
    this.standard = standard;
    this.failures = failures;
    this.thread =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread made = new Thread(null, work, "pnnc-analyst", STACK_BYTES);
              made.setDaemon(true);
              return made;
            });
    this.thread.setRemoveOnCancelPolicy(true);
    this.thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    this.thread.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    this.reader = newReader();
  }

  private ProgramReader newReader() {
    return new ProgramReader(
        file -> Optional.ofNullable(current.get(file)).map(Document::text), standard);
  }

  /** Runs {@code work} when nothing happened for a while. */
  ScheduledFuture<?> later(Runnable work) {
    return thread.schedule(() -> guarded(work), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Runs {@code work} on this thread. */
  void soon(Runnable work) {
    thread.execute(() -> guarded(work));
  }

  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (CancellationException outdated) {
      // The edit that came has made a work of its own.
      return;
    } catch (RuntimeException | StackOverflowError e) {
      failures.accept(e);
    }
  }

  /**
   * Answers a question about the document {@code uri}.
   *
   * @param otherwise the answer if it is not open, or no answer can be found
   */
  <T> CompletableFuture<T> ask(String uri, Function<Analysis, T> question, T otherwise) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    thread.execute(
        () -> {
          if (!answer.isCancelled()) {
            answer(uri, question, otherwise, answer);
          }
        });
    return answer;
  }

  private <T> void answer(
      String uri, Function<Analysis, T> question, T otherwise, CompletableFuture<T> answer) {
    try {
      answer.complete(analysis(uri).map(question).orElse(otherwise));
    } catch (ResponseErrorException refused) {
      answer.completeExceptionally(refused);
    } catch (RuntimeException | StackOverflowError e) {
      failures.accept(e);
      answer.complete(otherwise);
    }
  }

  /** What is to be said of {@code uri} now; on this thread only. */
  Optional<Analysis> analysis(String uri) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Map<Path, Document> now = documents.snapshot();
      Optional<Document> document = documents.find(uri);
      if (document.isEmpty()) {
        return Optional.empty();
      }
      Analysis before = known.get(document.get().path());
      if (before != null && before.isFresh(now)) {
        return Optional.of(before);
      }
      try {
        Analysis made = look(now, document.get());
        known.put(document.get().path(), made);
        return Optional.of(made);
      } catch (CancellationException outdated) {
        // The next round looks at the text as it is then.
      } catch (DiagnosedException unreadable) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Analysis look(Map<Path, Document> now, Document document) {
    current = now;
    return Analysis.of(
        now,
        document,
        reader,
        () -> {
          if (!document.equals(documents.snapshot().get(document.path()))) {
            throw new CancellationException();
          }
        });
  }

  /**
   * Looks at {@code analysis}' document as if its text were {@code text}; on this thread only.
   * Nothing of it is remembered.
   */
  Analysis tried(Analysis analysis, String text) {
    Document before = analysis.document();
    Document trial = new Document(before.uri(), before.path(), text);
    Map<Path, Document> with = new HashMap<>(documents.snapshot());
    with.put(trial.path(), trial);
    current = with;
    return Analysis.of(with, trial, reader, () -> {});
  }

  /** Files on disk are not what they were. */
  void forget() {
    thread.execute(
        () -> {
          known.clear();
          reader = newReader();
        });
  }

  /**
   * Nothing more is asked; what still comes is dropped. What is under way is not interrupted: it
   * may be writing a message.
   */
  void stop() {
    thread.shutdown();
  }

  /** Forgets the document {@code uri}, which was closed. */
  void close(String uri) {
    thread.execute(() -> known.remove(Documents.path(uri)));
  }
}
