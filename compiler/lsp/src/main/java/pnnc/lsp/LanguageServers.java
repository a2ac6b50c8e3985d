package pnnc.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import pnnc.driver.program.StandardFolder;

/** Serves an editor. */
public final class LanguageServers {
  private LanguageServers() {}

  /**
   * Serves the editor at the other end of the streams until it says that it goes, or until {@code
   * in} ends.
   *
   * @param notes gets a line for each thing that is wrong with what the editor sends
   * @param version of pnnc
   * @param standard a folder for files of the standard library that people look at
   * @return whether it took its leave as the protocol asks
   */
  public static boolean serve(
      InputStream in, OutputStream out, PrintStream notes, String version, Path standard)
      throws InterruptedException {
    Frames frames = new Frames(in);
    Notes log = Notes.start(notes);
    try {
      boolean isPolite = serve(frames, out, version, standard);
      frames.fault().ifPresent(log::say);
      return isPolite && frames.fault().isEmpty();
    } finally {
      log.close();
    }
  }

  private static boolean serve(InputStream in, OutputStream out, String version, Path standard)
      throws InterruptedException {
    PnncLanguageServer server = new PnncLanguageServer(version, new StandardFolder(standard));
    ExecutorService threads =
        Executors.newCachedThreadPool(
            work -> {
              Thread made = new Thread(work, "pnnc-lsp");
              made.setDaemon(true);
              return made;
            });
    try {
      Launcher<LanguageClient> launcher =
          new LSPLauncher.Builder<LanguageClient>()
              .setLocalService(server)
              .setRemoteInterface(LanguageClient.class)
              .setInput(in)
              .setOutput(out)
              .setExecutorService(threads)
              .setExceptionHandler(Gate::error)
              .wrapMessages(Gate::before)
              .create();
      server.connect(launcher.getRemoteProxy());
      Future<Void> listening = launcher.startListening();
      threads.execute(() -> leaveAtTheEnd(listening, server));
      server.awaitExit();
      return server.wasShutDown();
    } finally {
      threads.shutdownNow();
    }
  }

  /** An editor that crashed says nothing more. */
  private static void leaveAtTheEnd(Future<Void> listening, PnncLanguageServer server) {
    try {
      listening.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException broken) {
      // The stream is gone; so is the editor.
    } finally {
      server.exit();
    }
  }
}
