package pnnc.driver.compile;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.driver.Outcome;
import pnnc.driver.Session;
import pnnc.driver.SimRequest;
import pnnc.driver.bundle.Bundle;
import pnnc.driver.bundle.BundleCheck;
import pnnc.driver.data.NpzWriter;
import pnnc.driver.data.Sample;
import pnnc.driver.files.Interruption;
import pnnc.driver.files.IoFaults;
import pnnc.driver.files.OnnxFiles;
import pnnc.driver.files.WholeFile;
import pnnc.driver.report.JsonText;
import pnnc.ir.network.Network;
import pnnc.ir.network.Tensor;
import pnnc.sim.twin.BlockOperator;

/**
 * The action {@code sim}: runs a bundle as it is read from its files, the nominal chip, and keeps
 * what it says. The model that it was compiled from is not needed.
 */
public final class Simulation {
  private final SimRequest request;
  private final Session session;
  private final DesignFile design;
  private final Map<String, Stack> stacks = new LinkedHashMap<>();

  private Simulation(SimRequest request, Session session) {
    this.request = request;
    this.session = session;
    this.design = DesignFile.read(request.bundle());
  }

  /**
   * Runs it.
   *
   * @throws DiagnosedException also if the layout is no such hardware, with what is wrong
   */
  public static Outcome run(SimRequest request, Session session, Backends backends) {
    try {
      return new Simulation(request, session).run(backends);
    } catch (IOException e) {
      throw new DiagnosedException(
          DiagnosticCode.FILE_UNREADABLE.error(request.bundle(), IoFaults.reason(e)));
    }
  }

  private Outcome run(Backends backends) throws IOException {
    session.reporter().phase("read back");
    BundleCheck.run(request.bundle(), design.files(), session.reporter()::diagnostic);
    Network host = OnnxFiles.read(request.bundle().resolve(Bundle.HOST), new Diagnostics());
    Verification.requireSameBlocks(request.bundle(), design, host);
    Road road =
        Road.to(Verify.compilation(design, request.bundle(), Optional.empty()), session, backends);
    Verify.requireTarget(design, road.settings());
    Map<String, BlockOperator> operators =
        tapped(road.readBack(request.bundle(), design).chips().apply(0));
    SampleChoice choice = new SampleChoice(Optional.of(request.data()), OptionalInt.empty(), 0);
    try (Samples samples = Samples.of(choice, session, host, 0);
        Emulation emulation = Emulation.of(request.bundle(), host, operators)) {
      run(samples, emulation);
    }
    return written();
  }

  /** The operators, of which the one that is asked for leaves what it says. */
  private Map<String, BlockOperator> tapped(Map<String, BlockOperator> operators) {
    if (request.tap().isEmpty()) {
      return operators;
    }
    String layer = request.tap().get();
    BlockOperator own = operators.get(layer);
    if (own == null) {
      String all = operators.isEmpty() ? "none" : String.join(", ", operators.keySet());
      throw new DiagnosedException(DiagnosticCode.TAP_UNKNOWN.error(layer, all));
    }
    Map<String, BlockOperator> tapped = new LinkedHashMap<>(operators);
    tapped.put(
        layer,
        inputs -> {
          List<Tensor> outputs = own.apply(inputs);
          stack(layer + ".tap").add(outputs.get(0));
          return outputs;
        });
    return tapped;
  }

  private Stack stack(String name) {
    return stacks.computeIfAbsent(name, Stack::new);
  }

  private void run(Samples samples, Emulation emulation) {
    session.reporter().phase("run the twin");
    RunLimit limit = new RunLimit(session.settings().runLimit());
    long done = 0;
    for (Sample sample : samples.all()) {
      Interruption.check();
      Map<String, Tensor> outputs = limit.run("the twin", () -> emulation.run(sample.inputs()));
      outputs.forEach((name, value) -> stack(name).add(value));
      session.reporter().progress("samples", ++done, samples.count());
    }
  }

  private Outcome written() throws IOException {
    Map<String, Tensor> arrays = new LinkedHashMap<>();
    stacks.forEach((name, stack) -> arrays.put(name, stack.whole()));
    WholeFile.write(
        request.output(),
        part -> {
          try (OutputStream out = Files.newOutputStream(part)) {
            NpzWriter.write(arrays, out);
          }
        });
    session.reporter().artifact(request.output(), Files.size(request.output()));
    String shapes =
        arrays.entrySet().stream()
            .map(a -> "  %s: %s\n".formatted(a.getKey(), a.getValue()))
            .collect(Collectors.joining());
    return Outcome.ok(request.output() + "\n" + shapes, summary(arrays));
  }

  private JsonObject summary(Map<String, Tensor> arrays) {
    Map<String, String> types = new LinkedHashMap<>();
    arrays.forEach((name, value) -> types.put(name, value.toString()));
    return JsonText.object(new Facts(request.output().toString(), types));
  }

  /**
   * The same for programs.
   *
   * @param output the file
   * @param arrays type and shape of each, by name
   */
  private record Facts(String output, Map<String, String> arrays) {}
}
