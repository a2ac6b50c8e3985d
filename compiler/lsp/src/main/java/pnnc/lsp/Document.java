package pnnc.lsp;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import pnnc.frontend.source.SourceText;

/**
 * A text that an editor has open. Each edit makes another one.
 *
 * @param uri as the editor says it
 * @param path the same as a path
 */
record Document(String uri, Path path, String text) {
  /** This document after {@code changes}, applied in order. */
  Document with(List<TextDocumentContentChangeEvent> changes) {
    String now = text;
    for (TextDocumentContentChangeEvent change : changes) {
      now = change.getRange() == null ? change.getText() : edited(now, change);
    }
    return new Document(uri, path, now);
  }

  private String edited(String before, TextDocumentContentChangeEvent change) {
    Places places = new Places(new SourceText(uri, before));
    int from = places.offset(change.getRange().getStart());
    int to = Math.max(from, places.offset(change.getRange().getEnd()));
    return before.substring(0, from) + change.getText() + before.substring(to);
  }
}
