package pnnc.frontend.hardware;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.frontend.parse.Parsing;
import pnnc.frontend.program.Library;
import pnnc.frontend.program.Modules;
import pnnc.frontend.source.SourceText;

/** A program for tests, over the standard library on the class path and files in memory. */
final class Program implements Library {
  static final List<String> STANDARD_FILES =
      List.of(
          "std/crossbar",
          "std/device",
          "std/fefet",
          "std/glass",
          "std/mzi_mesh",
          "std/target",
          "std/tech/fefet28",
          "std/tech/glass",
          "std/tech/process",
          "std/tech/reram130",
          "std/tech/rom130",
          "std/tech/soi220");

  private final Map<String, SourceText> known = new HashMap<>();
  private final Diagnostics diagnostics = new Diagnostics();
  private final HardwareProgram hardware;

  private Program(SourceText main, Map<String, SourceText> others) {
    known.putAll(others);
    known.put(main.name(), main);
    Modules modules =
        Modules.load(main, this, text -> Parsing.parse(text, diagnostics), diagnostics);
    hardware = new HardwareProgram(modules, diagnostics);
  }

  static Program of(String text) {
    return of(new SourceText("main.pnn", text));
  }

  static Program of(SourceText main) {
    return new Program(main, Map.of());
  }

  /** {@code main} beside another file, both in memory. */
  static Program of(String main, String other, String text) {
    return new Program(
        new SourceText("main.pnn", main), Map.of(other, new SourceText(other, text)));
  }

  static SourceText standardText(String path) {
    try (InputStream in = Program.class.getResourceAsStream("/" + path + ".pnn")) {
      return new SourceText(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<SourceText> standard(String path) {
    if (Program.class.getResource("/" + path + ".pnn") == null) {
      return Optional.empty();
    }
    return Optional.of(known.computeIfAbsent(path, Program::standardText));
  }

  @Override
  public List<String> standardNames() {
    return STANDARD_FILES;
  }

  @Override
  public SourceText relative(SourceText from, String path) {
    SourceText text = known.get(path);
    if (text == null) {
      throw new DiagnosedException(DiagnosticCode.FILE_UNREADABLE.error(path, "not there"));
    }
    return text;
  }

  HardwareProgram hardware() {
    return hardware;
  }

  List<Diagnostic> faults() {
    return diagnostics.all();
  }

  /** Codes of what the check of the whole program reports. */
  List<Diagnostic> check() {
    hardware.check();
    return faults();
  }

  List<Diagnostic> lint() {
    hardware.lint();
    return faults();
  }
}
