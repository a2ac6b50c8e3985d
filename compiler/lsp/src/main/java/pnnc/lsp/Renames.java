package pnnc.lsp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.names.Declaration;
import pnnc.frontend.names.FileNames;
import pnnc.frontend.names.Identifiers;
import pnnc.frontend.names.Occurrence;
import pnnc.frontend.program.Library;
import pnnc.frontend.source.Span;

/**
 * Gives things another name, wherever they are named. A name that is bound again is another thing.
 */
final class Renames {
  private final Analysis analysis;
  private final List<Analysis> others;
  private final Faults faults;

  /**
   * Renames in {@code analysis}' program.
   *
   * @param others all programs that are open
   */
  Renames(Analysis analysis, List<Analysis> others, Faults faults) {
    this.analysis = analysis;
    this.others = List.copyOf(others);
    this.faults = faults;
  }

  /**
   * The name at {@code offset}, if it can be changed.
   *
   * @throws ResponseErrorException if it cannot, saying why
   */
  Range range(int offset) {
    return Places.range(renamed(offset).name().span());
  }

  private Occurrence renamed(int offset) {
    Occurrence name =
        analysis
            .names()
            .at(offset)
            .orElseThrow(() -> refusal("there is no name here whose meaning is known"));
    for (Declaration d : name.declarations()) {
      boolean isWord = d.name().isEmpty();
      if (isWord || Library.isStandard(d.name().get().span().source())) {
        throw refusal(
            "`%s` belongs to the %s".formatted(d.text(), isWord ? "language" : "standard library"));
      }
    }
    return name;
  }

  private static ResponseErrorException refusal(String why) {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.RequestFailed, why, null));
  }

  /**
   * The edits that call what is named at {@code offset} {@code name}.
   *
   * @throws ResponseErrorException if that is no name, or means something already where it matters
   */
  WorkspaceEdit edit(int offset, String name) {
    Occurrence renamed = renamed(offset);
    if (!Identifiers.isName(name)) {
      throw refusal("`%s` is no name".formatted(name));
    }
    Map<String, List<TextEdit>> edits = new LinkedHashMap<>();
    Set<String> done = new LinkedHashSet<>();
    List<Analysis> programs = new ArrayList<>(List.of(analysis));
    programs.addAll(others);
    for (Analysis program : programs) {
      for (SourceFile file : program.modules().files()) {
        if (!Library.isStandard(file.source()) && done.add(file.source().name())) {
          edits(program, file, renamed, name, edits);
        }
      }
    }
    return new WorkspaceEdit(edits);
  }

  private void edits(
      Analysis program,
      SourceFile file,
      Occurrence renamed,
      String name,
      Map<String, List<TextEdit>> edits) {
    FileNames names = program.program().of(file);
    Optional<String> uri = faults.uri(file.source());
    for (Occurrence o : names.occurrences()) {
      if (isRenamed(o, renamed) && uri.isPresent()) {
        requireFree(names, o, name);
        Span at = o.name().span();
        edits
            .computeIfAbsent(uri.get(), u -> new ArrayList<>())
            .add(new TextEdit(Places.range(at), name));
      }
    }
  }

  /** An alias is renamed by itself, and not with what it stands for. */
  private static boolean isRenamed(Occurrence o, Occurrence renamed) {
    return o.declarations().stream()
        .anyMatch(d -> renamed.declarations().stream().anyMatch(d::isSamePlace));
  }

  private static void requireFree(FileNames names, Occurrence o, String name) {
    int at = o.name().span().from();
    boolean isSeen = names.visible(at).containsKey(name);
    boolean isTaken =
        o.isDeclaration()
            && o.declarations().stream()
                .flatMap(d -> names.reach(d).stream())
                .anyMatch(r -> names.isTaken(name, r[0], r[1]));
    if (isSeen || isTaken) {
      throw refusal("`%s` means something already in %s".formatted(name, o.name().span()));
    }
  }
}
