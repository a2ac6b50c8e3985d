package pnnc.driver.program;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.elaborate.Elaborator;
import pnnc.frontend.elaborate.Findings;
import pnnc.frontend.elaborate.WeightFiles;
import pnnc.frontend.elaborate.WeightSource;
import pnnc.frontend.hardware.HardwareProgram;
import pnnc.frontend.parse.Parsing;
import pnnc.frontend.program.Library;
import pnnc.frontend.program.Modules;
import pnnc.frontend.source.SourceText;

/**
 * Reads programs again and again while they are edited. Files of weights stay open as long as they
 * do not change; the standard library is read once. Not thread-safe.
 */
public final class ProgramReader {
  private final Buffers buffers;
  private final StandardFolder standard;
  private final OpenWeights weights = new OpenWeights();
  private final Map<String, SourceFile> library = new HashMap<>();

  /**
   * A reader.
   *
   * @param buffers texts that win over the disk
   * @param standard where files of the standard library can be looked at
   */
  public ProgramReader(Buffers buffers, StandardFolder standard) {
    this.buffers = buffers;
    this.standard = standard;
  }

  /**
   * The program whose main file is {@code main}, everything in it looked at.
   *
   * @param main an absolute path
   * @param findings hears what the expressions of the main file stand for
   * @param watch run at each expression of any file; what it throws comes out here
   * @throws pnnc.base.diagnostics.DiagnosedException if {@code main} cannot be read
   */
  public Reading read(Path main, Findings findings, Runnable watch) {
    ProgramFiles files = new ProgramFiles(main, buffers);
    SourceText text = standard.name(main).flatMap(files::standard).orElseGet(files::main);
    Diagnostics words = new Diagnostics();
    Modules modules = Modules.load(text, library(files), t -> parse(t, words), words);
    Diagnostics meaning = new Diagnostics();
    elaborate(modules, meaning, files, ofMain(modules, findings, watch));
    new HardwareProgram(modules, meaning).check();
    return new Reading(modules, words.hasErrors() ? words.all() : meaning.all());
  }

  private static Findings ofMain(Modules modules, Findings findings, Runnable watch) {
    SourceText main = modules.main().source();
    return (at, meaning) -> {
      watch.run();
      if (at.source().equals(main)) {
        findings.found(at, meaning);
      }
    };
  }

  private void elaborate(
      Modules modules, Diagnostics diagnostics, ProgramFiles files, Findings findings) {
    Elaborator elaborator = new Elaborator(modules, diagnostics, findings);
    elaborator.checkFunctions();
    WeightFiles opened = weights.over(files);
    for (Item.Net net : elaborator.nets()) {
      elaborator.check(net, opened);
    }
  }

  private SourceFile parse(SourceText text, Diagnostics diagnostics) {
    return Library.isStandard(text)
        ? library.computeIfAbsent(text.name(), n -> Parsing.parse(text, diagnostics))
        : Parsing.parse(text, diagnostics);
  }

  /** The files of {@code files}; those of the standard library are the same each time. */
  private Library library(ProgramFiles files) {
    return new Library() {
      @Override
      public Optional<SourceText> standard(String path) {
        SourceFile known = library.get(path);
        return known != null ? Optional.of(known.source()) : files.standard(path);
      }

      @Override
      public List<String> standardNames() {
        return files.standardNames();
      }

      @Override
      public SourceText relative(SourceText from, String path) {
        return files.relative(from, path);
      }
    };
  }

  /** Opens weights once for as long as their file stays the same. */
  private static final class OpenWeights {
    private final Map<Path, Opened> opened = new HashMap<>();

    private record Opened(WeightFiles.Kind kind, FileStamp stamp, WeightSource source) {}

    WeightFiles over(ProgramFiles files) {
      return (kind, path, from) -> {
        Path file = files.resolve(from, path);
        FileStamp stamp = FileStamp.of(file);
        Opened known = opened.get(file);
        if (known == null || known.kind() != kind || !known.stamp().equals(stamp)) {
          known = new Opened(kind, stamp, files.open(kind, path, from));
          opened.put(file, known);
        }
        return known.source();
      };
    }
  }
}
