package pnnc.driver.inspect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pnnc.backend.Admission;
import pnnc.backend.Backend;
import pnnc.backend.Target;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.driver.Session;
import pnnc.driver.compile.Backends;
import pnnc.driver.model.ModelFile;
import pnnc.driver.model.ModelLoader;
import pnnc.driver.model.Normalization;
import pnnc.driver.report.MacShare;
import pnnc.ir.block.Block;
import pnnc.ir.block.LinearBlock;
import pnnc.ir.block.LinearForm;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkFunction;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.passes.partition.Acceptance;
import pnnc.passes.partition.Partitioned;
import pnnc.passes.partition.Partitioner;
import pnnc.passes.partition.Placement;
import pnnc.passes.pipeline.ConstantEvaluator;
import pnnc.passes.pipeline.PassContext;
import pnnc.passes.shape.BindDimensions;

/** Finds out what is in a model and what of it hardware could take. */
public final class ModelInspection {
  /** The target that every linear operator is placed on, to see which ones could be. */
  private static final String ANY = "any";

  private final ModelFile file;
  private final Session session;
  private final Backends backends;

  public ModelInspection(ModelFile file, Session session, Backends backends) {
    this.file = file;
    this.session = session;
    this.backends = backends;
  }

  /** Reads the model and runs every pass on it. Weights are not read. */
  public ModelFacts inspect() {
    Network model = ModelLoader.load(file, session);
    String name = file.path().toString();
    List<Diagnostic> warnings = new ArrayList<>();
    Network normal = Normalization.run(model, name, session, warnings);
    warnings.stream().distinct().forEach(session.reporter()::diagnostic);
    PassContext context = new PassContext(name, new Diagnostics(), ConstantEvaluator.NONE);
    Partitioned cut =
        Partitioner.partition(normal, Placement.linearOn(ANY), Acceptance.ALL, context);
    return facts(model, cut);
  }

  private ModelFacts facts(Network model, Partitioned cut) {
    MacShare macs = MacShare.of(cut);
    Graph graph = model.graph();
    return new ModelFacts(
        file.path().toString(),
        file.format(),
        (model.header().producer() + " " + model.header().producerVersion()).strip(),
        opsets(model),
        graph.inputs().stream().map(v -> value(graph, v)).toList(),
        graph.outputs().stream().map(v -> value(graph, v)).toList(),
        List.copyOf(BindDimensions.names(model)),
        constants(model).mapToLong(Tensor::elements).sum(),
        constants(model).mapToLong(ModelInspection::bytes).sum(),
        macs.total(),
        assumed(model, macs),
        macs.unknown(),
        operators(model),
        blocks(cut),
        cut.kept().stream().map(k -> new ModelFacts.KeptFacts(k.operator(), k.reason())).toList(),
        macs.share(),
        macs.kind(),
        backends.all().stream().map(b -> backend(b, cut.partition().blocks().values())).toList());
  }

  /** Named dimensions count as 1 in the blocks as well. */
  private static List<String> assumed(Network model, MacShare macs) {
    Set<String> all = new TreeSet<>(macs.assumed());
    all.addAll(BindDimensions.names(model));
    return List.copyOf(all);
  }

  private static Map<String, Integer> opsets(Network model) {
    Map<String, Integer> opsets = new TreeMap<>();
    model.opsets().forEach((domain, v) -> opsets.put(domain.isEmpty() ? "ai.onnx" : domain, v));
    return opsets;
  }

  private static ModelFacts.ValueFacts value(Graph graph, Value value) {
    return new ModelFacts.ValueFacts(value.name(), graph.type(value).toString());
  }

  private static Stream<Tensor> constants(Network model) {
    return Stream.concat(
            Stream.of(model.graph()), model.functions().stream().map(NetworkFunction::body))
        .flatMap(ModelInspection::withSubgraphs)
        .flatMap(g -> g.constants().values().stream());
  }

  private static Stream<Graph> withSubgraphs(Graph graph) {
    return Stream.concat(
        Stream.of(graph),
        graph.nodes().stream().flatMap(Node::graphs).flatMap(ModelInspection::withSubgraphs));
  }

  private static long bytes(Tensor tensor) {
    return tensor.type().bytes(tensor.elements()).orElse(0);
  }

  private static Map<String, Integer> operators(Network model) {
    Map<String, Integer> counts = new TreeMap<>();
    withSubgraphs(model.graph())
        .flatMap(g -> g.nodes().stream())
        .forEach(n -> counts.merge(n.op().toString(), 1, Integer::sum));
    Map<String, Integer> mostFirst = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .forEach(e -> mostFirst.put(e.getKey(), e.getValue()));
    return mostFirst;
  }

  private static List<ModelFacts.BlockFacts> blocks(Partitioned cut) {
    Map<String, List<Partitioned.Call>> callsOf =
        cut.calls().stream().collect(Collectors.groupingBy(Partitioned.Call::block));
    List<ModelFacts.BlockFacts> all = new ArrayList<>();
    for (Block block : cut.partition().blocks().values()) {
      if (block instanceof LinearBlock linear) {
        List<Partitioned.Call> calls = callsOf.getOrDefault(block.name(), List.of());
        all.add(
            new ModelFacts.BlockFacts(
                block.name(),
                kind(linear.form()),
                linear.matrix(0).out(),
                linear.matrix(0).in(),
                linear.groups(),
                linear.parameters(),
                calls.size(),
                calls.stream().mapToLong(Partitioned.Call::macs).sum()));
      }
    }
    return all;
  }

  private static String kind(LinearForm form) {
    if (form instanceof LinearForm.Dense) {
      return "dense";
    }
    return form instanceof LinearForm.Convolution ? "convolution" : "transposed-convolution";
  }

  /** What the ready-made target of a backend says. */
  private ModelFacts.BackendFacts backend(Backend backend, Collection<Block> blocks) {
    Target target = backends.choose(backend.name(), Map.of()).target();
    List<ModelFacts.KeptFacts> refused = new ArrayList<>();
    for (Block block : blocks) {
      if (backend.admit(block, target) instanceof Admission.Refused r) {
        refused.add(new ModelFacts.KeptFacts(block.name(), r.reason()));
      }
    }
    return new ModelFacts.BackendFacts(backend.name(), blocks.size() - refused.size(), refused);
  }
}
