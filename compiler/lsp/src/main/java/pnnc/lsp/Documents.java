package pnnc.lsp;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** What the editor has open. Any thread may ask. */
final class Documents {
  private volatile Map<Path, Document> open = Map.of();

  /** The documents as they are now; a map that never changes. */
  Map<Path, Document> snapshot() {
    return open;
  }

  Collection<Document> all() {
    return open.values();
  }

  Optional<Document> find(String uri) {
    return Optional.ofNullable(open.get(path(uri)));
  }

  void open(String uri, String text) {
    Document document = new Document(uri, path(uri), text);
    update(document.path(), before -> document);
  }

  void change(String uri, List<TextDocumentContentChangeEvent> changes) {
    update(path(uri), before -> before == null ? null : before.with(changes));
  }

  void close(String uri) {
    update(path(uri), before -> null);
  }

  private synchronized void update(Path path, UnaryOperator<Document> change) {
    Map<Path, Document> next = new HashMap<>(open);
    Document changed = change.apply(next.get(path));
    if (changed == null) {
      next.remove(path);
    } else {
      next.put(path, changed);
    }
    open = Map.copyOf(next);
  }

  /** The path of {@code uri}; a text that is no file yet counts as one in the working folder. */
  static Path path(String uri) {
    try {
      URI parsed = URI.create(uri);
      if ("file".equals(parsed.getScheme())) {
        return Path.of(parsed).toAbsolutePath().normalize();
      }
    } catch (IllegalArgumentException | FileSystemNotFoundException odd) {
      return unsaved(uri);
    }
    return unsaved(uri);
  }

  private static Path unsaved(String uri) {
    return Path.of("unsaved-%08x.pnn".formatted(uri.hashCode())).toAbsolutePath().normalize();
  }
}
