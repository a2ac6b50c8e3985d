package pnnc.frontend.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pnnc.frontend.source.SourceText;

/** Programs that are right. */
public final class Corpus {
  private static final Path EXAMPLES = Path.of("src/test/resources/pnnc/frontend/examples");
  private static final Path DESIGN =
      Path.of(System.getProperty("pnnc.shared", "absent"), "design", "LANGUAGE.md");
  private static final Pattern PROGRAM =
      Pattern.compile("^```pnn\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

  private Corpus() {}

  /** The examples of this module and, where it is at hand, of the language's design. */
  public static List<SourceText> all() {
    List<SourceText> all = new ArrayList<>(examples());
    all.addAll(design());
    return all;
  }

  /** The examples of this module, by name. */
  public static List<SourceText> examples() {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.sorted().map(Corpus::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The programs in LANGUAGE.md; none if the file is absent. */
  public static List<SourceText> design() {
    if (!Files.isRegularFile(DESIGN)) {
      return List.of();
    }
    List<SourceText> programs = new ArrayList<>();
    Matcher found = PROGRAM.matcher(read(DESIGN).text());
    while (found.find()) {
      programs.add(new SourceText("LANGUAGE-%d.pnn".formatted(programs.size()), found.group(1)));
    }
    return programs;
  }

  private static SourceText read(Path file) {
    try {
      return new SourceText(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
