package pnnc.lsp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.driver.program.ProgramReader;
import pnnc.driver.program.Reading;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.elaborate.Findings;
import pnnc.frontend.elaborate.Meaning;
import pnnc.frontend.names.FileNames;
import pnnc.frontend.names.ProgramNames;
import pnnc.frontend.program.Modules;
import pnnc.frontend.source.Span;

/** What was found out about a program: its main file is what the editor asks about. */
final class Analysis {
  /** Meanings kept of one place: a function's body is met in each of its calls. */
  private static final int MOST_MEANINGS = 8;

  private final Map<Path, Document> snapshot;
  private final Document document;
  private final Reading reading;
  private final Map<Long, List<Meaning>> meanings;
  private final ProgramNames names;

  private Analysis(
      Map<Path, Document> snapshot,
      Document document,
      Reading reading,
      Map<Long, List<Meaning>> meanings) {
    this.snapshot = snapshot;
    this.document = document;
    this.reading = reading;
    this.meanings = meanings;
    this.names = new ProgramNames(reading.modules());
  }

  /**
   * Looks at {@code document}.
   *
   * @param snapshot the documents it was taken from
   * @param reader reads the texts of that snapshot
   * @param watch run at each expression; what it throws comes out here
   */
  static Analysis of(
      Map<Path, Document> snapshot, Document document, ProgramReader reader, Runnable watch) {
    Map<Long, List<Meaning>> meanings = new HashMap<>();
    Findings findings =
        (at, meaning) -> note(meanings.computeIfAbsent(key(at), k -> new ArrayList<>()), meaning);
    Reading reading = reader.read(document.path(), findings, watch);
    return new Analysis(snapshot, document, reading, meanings);
  }

  private static void note(List<Meaning> known, Meaning meaning) {
    if (known.size() < MOST_MEANINGS && meaning.isKnown()) {
      known.add(meaning);
    }
  }

  private static long key(Span span) {
    return ((long) span.from() << 32) | span.to();
  }

  Document document() {
    return document;
  }

  Modules modules() {
    return reading.modules();
  }

  /** The file that the editor asks about. */
  SourceFile main() {
    return reading.modules().main();
  }

  Places places() {
    return new Places(main().source());
  }

  List<Diagnostic> diagnostics() {
    return reading.diagnostics();
  }

  ProgramNames program() {
    return names;
  }

  /** The names of the main file. */
  FileNames names() {
    return names.of(main());
  }

  /** Whether the program's texts are still those that were looked at. */
  boolean isFresh(Map<Path, Document> now) {
    return document.equals(now.get(document.path()))
        && modules().files().stream()
            .map(f -> Path.of(f.source().name()))
            .allMatch(p -> Objects.equals(now.get(p), snapshot.get(p)));
  }

  /** What {@code span} of the main file stands for, most telling first. */
  List<Meaning> meanings(Span span) {
    List<Meaning> all = meanings.getOrDefault(key(span), List.of());
    List<Meaning> sorted = new ArrayList<>(all.stream().filter(m -> !m.isTrial()).toList());
    all.stream().filter(Meaning::isTrial).forEach(sorted::add);
    return sorted;
  }

  /** The type of what stands at {@code span}, {@code f32[N, 128]}. */
  Optional<String> type(Span span) {
    return meanings(span).stream().findFirst().map(Meaning::type);
  }
}
