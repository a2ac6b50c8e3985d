package pnnc.driver.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.driver.ImportRequest;
import pnnc.driver.Reporter;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.model.Import;
import pnnc.driver.model.ImportedProgram;
import pnnc.driver.model.ModelLoader;
import pnnc.frontend.write.NetworkWriter;
import pnnc.ir.network.Network;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.onnx.write.OnnxWriter;
import pnnc.sim.runtime.OnnxSession;
import pnnc.sim.runtime.SessionSettings;

/** A model as a program in a folder, and that program as a network again. */
record RoundTrip(ModelCase model, Path program) {
  private static final Session SESSION = new Session(Settings.defaults(), Reporter.SILENT);

  /** Imports {@code model} into {@code folder}. */
  static RoundTrip of(ModelCase model, Path folder) {
    Path program = folder.resolve(model.name().replace('/', '_') + ".pnn");
    ImportRequest request =
        new ImportRequest(model.model(), Optional.of(program), Optional.empty());
    try {
      Import.run(request, SESSION, new StringBuilder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RoundTrip(model, program);
  }

  /** {@code model} as a program, and what layers it has. */
  static NetworkWriter.Written written(ModelCase model) {
    ImportRequest request = new ImportRequest(model.model(), Optional.empty(), Optional.empty());
    return ImportedProgram.write(Road.read(model), request, SESSION);
  }

  String text() {
    try {
      return Files.readString(program);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What goes wrong with {@code model} as a program; empty if nothing does. */
  static List<String> failures(ModelCase model, Path folder) {
    try {
      return of(model, folder).failures();
    } catch (RuntimeException e) {
      return List.of(line(e));
    }
  }

  /** What goes wrong when the program runs on the model's data; empty if nothing does. */
  List<String> failures() {
    List<String> failures = new ArrayList<>();
    Network network = ModelLoader.load(program, SESSION);
    try (OnnxSession session =
        OnnxSession.open(OnnxWriter.toBytes(network), SessionSettings.PLAIN)) {
      for (ModelCase.DataSet set : model.dataSets()) {
        Map<String, Tensor> inputs = named(network, set.named(Road.read(model).graph()));
        Closeness.difference(session.run(inputs), set.outputs()).ifPresent(failures::add);
      }
    }
    return failures;
  }

  /** Inputs by the program's names, which are in the model's order. */
  private static Map<String, Tensor> named(Network network, Map<String, Tensor> given) {
    Map<String, Tensor> named = new TreeMap<>();
    int next = 0;
    List<Tensor> tensors = List.copyOf(given.values());
    for (Value input : network.graph().inputs()) {
      if (next < tensors.size()) {
        named.put(input.name(), tensors.get(next++));
      }
    }
    return named;
  }

  /** The first fault of what {@code refusal} says, in a line. */
  static String line(RuntimeException refusal) {
    if (refusal instanceof DiagnosedException d) {
      Diagnostic first = d.diagnostics().get(0);
      return "%s %s %s"
          .formatted(
              first.code().id(), first.place().map(p -> p.describe()).orElse(""), first.message());
    }
    return refusal.toString().lines().findFirst().orElse("failed");
  }
}
