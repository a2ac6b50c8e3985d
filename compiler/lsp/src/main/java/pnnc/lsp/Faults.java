package pnnc.lsp;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.Place;
import pnnc.driver.program.StandardFolder;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.program.Library;
import pnnc.frontend.source.SourceText;

/** Tells the editor what is wrong, in every file of the programs that are open. */
final class Faults {
  private final Documents documents;
  private final StandardFolder standard;

  /** What each program says of each file. */
  private final Map<String, Map<String, List<org.eclipse.lsp4j.Diagnostic>>> said =
      new LinkedHashMap<>();

  Faults(Documents documents, StandardFolder standard) {
    this.documents = documents;
    this.standard = standard;
  }

  /** Tells what {@code analysis} found. */
  void publish(Analysis analysis, LanguageClient client) {
    Map<String, List<org.eclipse.lsp4j.Diagnostic>> now = new LinkedHashMap<>();
    now.put(analysis.document().uri(), new ArrayList<>());
    for (Diagnostic d : analysis.diagnostics()) {
      String file = d.place().flatMap(Faults::file).orElse("");
      String uri = uri(analysis, file).orElse(analysis.document().uri());
      now.computeIfAbsent(uri, u -> new ArrayList<>()).add(diagnostic(analysis, d));
    }
    replace(analysis.document().uri(), now, client);
  }

  /** The program in {@code uri} is no longer open. */
  void close(String uri, LanguageClient client) {
    replace(uri, Map.of(), client);
  }

  private void replace(
      String program, Map<String, List<org.eclipse.lsp4j.Diagnostic>> now, LanguageClient client) {
    Map<String, List<org.eclipse.lsp4j.Diagnostic>> before = said.getOrDefault(program, Map.of());
    if (now.isEmpty()) {
      said.remove(program);
    } else {
      said.put(program, now);
    }
    Set<String> files = new LinkedHashSet<>(now.keySet());
    files.addAll(before.keySet());
    for (String file : files) {
      client.publishDiagnostics(new PublishDiagnosticsParams(file, of(file)));
    }
  }

  /** What all programs together say of one file, each thing once. */
  private List<org.eclipse.lsp4j.Diagnostic> of(String file) {
    Set<org.eclipse.lsp4j.Diagnostic> all = new LinkedHashSet<>();
    said.values().forEach(program -> all.addAll(program.getOrDefault(file, List.of())));
    return List.copyOf(all);
  }

  private org.eclipse.lsp4j.Diagnostic diagnostic(Analysis analysis, Diagnostic d) {
    org.eclipse.lsp4j.Diagnostic made = new org.eclipse.lsp4j.Diagnostic();
    made.setRange(d.place().map(Places::range).orElse(Places.range(new Place.WholeFile(""))));
    made.setSeverity(
        switch (d.severity()) {
          case ERROR -> DiagnosticSeverity.Error;
          case WARNING -> DiagnosticSeverity.Warning;
          case NOTE -> DiagnosticSeverity.Information;
        });
    made.setCode(d.code().id());
    made.setSource("pnnc");
    List<String> lines = new ArrayList<>(List.of(d.message()));
    d.help().forEach(h -> lines.add("help: " + h));
    made.setMessage(String.join("\n", lines));
    made.setRelatedInformation(
        d.related().stream().flatMap(l -> related(analysis, l).stream()).toList());
    return made;
  }

  private Optional<DiagnosticRelatedInformation> related(
      Analysis analysis, Diagnostic.Label label) {
    return file(label.place())
        .flatMap(f -> uri(analysis, f))
        .map(
            uri ->
                new DiagnosticRelatedInformation(
                    new Location(uri, Places.range(label.place())), label.text()));
  }

  private static Optional<String> file(Place place) {
    if (place instanceof Place.TextSpan t) {
      return Optional.of(t.file());
    }
    return place instanceof Place.WholeFile w ? Optional.of(w.file()) : Optional.empty();
  }

  private Optional<String> uri(Analysis analysis, String file) {
    return analysis.modules().files().stream()
        .map(SourceFile::source)
        .filter(s -> s.name().equals(file))
        .findFirst()
        .flatMap(this::uri);
  }

  /** Where an editor finds {@code source}. */
  Optional<String> uri(SourceText source) {
    if (Library.isStandard(source)) {
      return standard.place(source).map(Path::toUri).map(URI::toString);
    }
    try {
      Path path = Path.of(source.name()).toAbsolutePath().normalize();
      Document open = documents.snapshot().get(path);
      return Optional.of(open != null ? open.uri() : path.toUri().toString());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
