package pnnc.driver.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.diagnostics.Place;
import pnnc.driver.Session;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkVerifier;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Origin;
import pnnc.ir.network.SignatureVerifier;
import pnnc.ir.operators.OperatorCatalogue;
import pnnc.passes.pipeline.ConstantEvaluator;
import pnnc.passes.pipeline.PassContext;
import pnnc.passes.shape.BindDimensions;
import pnnc.passes.shape.EndlessLoops;

/** From a file to a network that means something: read, checked, its dimensions bound. */
public final class ModelLoader {
  private static final int LONGEST_NAME = 200;

  private final ModelFile file;
  private final Session session;
  private final Diagnostics diagnostics = new Diagnostics();

  private ModelLoader(ModelFile file, Session session) {
    this.file = file;
    this.session = session;
  }

  /**
   * The network in {@code path}, as the user wrote it. Warnings go to the session's reporter.
   *
   * @throws pnnc.base.diagnostics.DiagnosedException with everything that is wrong with the model
   */
  public static Network load(Path path, Session session) {
    return load(ModelFile.open(path), session);
  }

  /** The network in {@code file}; see {@link #load(Path, Session)}. */
  public static Network load(ModelFile file, Session session) {
    session.reporter().phase("read model");
    return new ModelLoader(file, session).load();
  }

  private Network load() {
    Map<String, Long> sizes = session.settings().dims();
    Network network = file.read(diagnostics, sizes);
    List<NetworkVerifier.Fault> broken = NetworkVerifier.verify(network);
    report(network, broken);
    refuseUndefined(network);
    if (broken.isEmpty()) {
      report(network, SignatureVerifier.verify(network));
    }
    diagnostics.throwIfErrors();
    Network bound =
        sizes.isEmpty() || file.isProgram()
            ? network
            : new BindDimensions(sizes).run(network, context());
    diagnostics.throwIfErrors();
    warnOfEndlessLoops(bound);
    diagnostics.all().forEach(session.reporter()::diagnostic);
    return bound;
  }

  private void report(Network network, List<NetworkVerifier.Fault> faults) {
    Place whole = new Place.WholeFile(file.path().toString());
    for (NetworkVerifier.Fault fault : faults) {
      Place place = fault.node().map(n -> place(network, n)).orElse(whole);
      diagnostics.add(fault.diagnostic().at(place));
    }
  }

  private void warnOfEndlessLoops(Network network) {
    for (Node loop : EndlessLoops.in(network)) {
      String name = "loop `%s`".formatted(shortened(loop.id().name()));
      diagnostics.add(DiagnosticCode.LOOP_ENDLESS.warning(name).at(place(network, loop)));
    }
  }

  private PassContext context() {
    return new PassContext(file.path().toString(), diagnostics, ConstantEvaluator.NONE);
  }

  /** One fault for each operator that nothing defines, at its first use. */
  private void refuseUndefined(Network network) {
    Map<OpType, List<OperatorCatalogue.Undefined>> uses = new LinkedHashMap<>();
    for (OperatorCatalogue.Undefined use : OperatorCatalogue.published().undefined(network)) {
      uses.computeIfAbsent(use.op(), op -> new ArrayList<>()).add(use);
    }
    uses.forEach((op, all) -> refuse(network, op, all));
  }

  private void refuse(Network network, OpType op, List<OperatorCatalogue.Undefined> uses) {
    OperatorCatalogue.Undefined first = uses.get(0);
    String domain = op.domain().isEmpty() ? "ai.onnx" : op.domain();
    Diagnostic fault =
        DiagnosticCode.OPERATOR_UNKNOWN.error(
            shortened(op.name()), shortened(domain), first.version());
    Diagnostic placed = fault.at(place(network, first.node()));
    diagnostics.add(
        uses.size() == 1
            ? placed
            : placed.help("the model uses it %d times".formatted(uses.size())));
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
  }

  private Place place(Network network, Node node) {
    Origin origin = network.graph().origin(node.id());
    String name = origin.name().isEmpty() ? node.id().name() : origin.name();
    return new Place.ModelElement(file.path().toString(), "node " + name, origin.pythonPlace());
  }
}
