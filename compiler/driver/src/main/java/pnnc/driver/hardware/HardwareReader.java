package pnnc.driver.hardware;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.process.ProcessRules;
import pnnc.driver.program.ProgramFiles;
import pnnc.driver.program.StandardLibrary;
import pnnc.frontend.hardware.HardwareProgram;
import pnnc.frontend.hardware.ProcessReader;
import pnnc.frontend.hardware.ResolvedHardware;
import pnnc.frontend.hardware.ResolvedTarget;
import pnnc.frontend.parse.Parsing;
import pnnc.frontend.program.Modules;
import pnnc.frontend.source.SourceText;

/** Finds hardware by what the user calls it: {@code crossbar}, or {@code FILE.pnn#name}. */
public final class HardwareReader {
  /** Where the targets live that need no file. */
  private static final String READY_MADE = "std/target";

  /** More targets of a file are not listed. */
  private static final int MOST_NAMES = 20;

  private final Diagnostics diagnostics;

  /**
   * A reader.
   *
   * @param diagnostics gets every fault of the files read
   */
  public HardwareReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Hardware in a program. */
  record Named(HardwareProgram program, String name) {}

  /**
   * The target that {@code name} means, with fields overridden; empty if no file is named and
   * nothing ready-made is called so.
   *
   * @param overrides by dotted path
   * @throws DiagnosedException if its file cannot be read or has faults, or has no such target
   */
  public Optional<ResolvedTarget> find(String name, Map<String, String> overrides) {
    boolean isKnown = name.indexOf('#') >= 0 || isFile(name) || isReadyMade(name);
    return isKnown ? Optional.of(target(named(name), overrides)) : Optional.empty();
  }

  /**
   * The technology that {@code name} means, as layouts see it.
   *
   * @param name {@code std.tech.rom130}, or {@code FILE.pnn#name}
   * @throws DiagnosedException if its file cannot be read or has faults, or has no such technology
   */
  public ProcessRules process(String name) {
    Named named = named(name);
    Optional<ResolvedHardware> technology = named.program().part(named.name());
    diagnostics.throwIfErrors();
    return ProcessReader.of(technology.orElseThrow());
  }

  boolean isReadyMade(String name) {
    return readyMade().targetNames().contains(name);
  }

  private static boolean isFile(String name) {
    return name.endsWith(".pnn") && new File(name).isFile();
  }

  HardwareProgram program(Path file) {
    ProgramFiles files = new ProgramFiles(file);
    return program(files.main(), files);
  }

  private HardwareProgram program(SourceText main, ProgramFiles files) {
    Modules modules =
        Modules.load(main, files, text -> Parsing.parse(text, diagnostics), diagnostics);
    diagnostics.throwIfErrors();
    return new HardwareProgram(modules, diagnostics);
  }

  /** The library uses no file beside it: its own name stands for its place. */
  public HardwareProgram readyMade() {
    return program(
        StandardLibrary.file(READY_MADE).orElseThrow(), new ProgramFiles(Path.of(READY_MADE)));
  }

  Named named(String name) {
    int hash = name.lastIndexOf('#');
    if (hash < 0) {
      refuseFile(name);
      return new Named(readyMade(), name);
    }
    try {
      Path file = Path.of(name.substring(0, hash));
      return new Named(program(file), name.substring(hash + 1));
    } catch (InvalidPathException e) {
      throw new DiagnosedException(
          DiagnosticCode.FILE_UNREADABLE.error(name, "it is no path on this system"));
    }
  }

  /** A file may have several targets, and gets more: which is meant is always said. */
  private void refuseFile(String name) {
    if (isFile(name)) {
      String all =
          program(Path.of(name)).targetNames().stream()
              .limit(MOST_NAMES)
              .map(t -> "`%s#%s`".formatted(name, t))
              .collect(Collectors.joining(", "));
      Diagnostic fault = DiagnosticCode.HARDWARE_UNKNOWN.error("target", name);
      throw new DiagnosedException(
          fault.help(
              all.isEmpty()
                  ? "it is a file, and there is no target in it"
                  : "it is a file: name the target in it: " + all));
    }
  }

  ResolvedTarget target(Named named, Map<String, String> overrides) {
    Optional<ResolvedTarget> target = named.program().target(named.name(), overrides);
    diagnostics.throwIfErrors();
    return target.orElseThrow();
  }
}
