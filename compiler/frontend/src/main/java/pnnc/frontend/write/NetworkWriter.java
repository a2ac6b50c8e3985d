package pnnc.frontend.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pnnc.base.diagnostics.CompilerBug;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.frontend.elaborate.Elaborator;
import pnnc.frontend.format.Formatter;
import pnnc.frontend.source.SourceText;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;

/**
 * Writes a network as a program: one net, its layers calls of the standard library, and a function
 * for each block that it has several times.
 */
public final class NetworkWriter {
  /**
   * A program.
   *
   * @param text of it
   * @param extra tensors that it takes from a file beside it, as {@code npz("…")}; often none
   * @param layers how often it calls each function of the standard library
   */
  public record Written(String text, Map<String, Tensor> extra, Map<String, Integer> layers) {}

  /**
   * What the program is to say of itself.
   *
   * @param name of the network
   * @param source where it comes from, in a line
   * @param extraFile the path for {@link Written#extra}, as the program says it
   */
  public record Title(String name, String source, String extraFile) {}

  /** What the result of a network is called that gives it no name. */
  private static final String USUAL_RESULT = "output";

  private final Network network;
  private final Graph layered;
  private final List<String> functions = new ArrayList<>();
  private final Graph graph;
  private final ModelWeights weights;
  private final Title title;
  private final Program program;
  private final List<String> parameters;

  private NetworkWriter(Network network, ModelWeights weights, Title title) {
    this.network = network;
    this.weights = weights;
    this.title = title;
    Set<String> taken = new TreeSet<>(Vocabulary.NAMES);
    taken.add(title.name());
    String root = rootFor(network.graph());
    taken.add(root);
    this.program = new Program(new Sources(weights, root), new Words(taken), network.opset());
    // Dimensions first: they keep their names, values find others.
    this.parameters =
        network.graph().inputs().stream()
            .map(v -> program.input(network.graph().type(v), v))
            .toList();
    this.layered = isUsual() ? Recognition.of(network, program.types().names()) : network.graph();
    this.graph = Blocks.in(layered, program, functions);
  }

  /** Weights are called {@code w}, unless an input is: its name is known to others. */
  private static String rootFor(Graph graph) {
    boolean isTaken = graph.inputs().stream().anyMatch(v -> Words.legal(v.name()).equals("w"));
    return isTaken ? "file" : "w";
  }

  /** Whether the functions of the standard library mean what they say in this operator set. */
  private boolean isUsual() {
    return network.opset() == Elaborator.OPSET || network.opset() == 0;
  }

  /**
   * The program for {@code network}, whose functions must be inlined and whose types be inferred.
   *
   * @return empty with a reason in {@code refusal} if the language has no words for it
   */
  public static Optional<Written> write(
      Network network, ModelWeights weights, Title title, List<String> refusal) {
    try {
      return Optional.of(new NetworkWriter(network, weights, title).write());
    } catch (CannotSay because) {
      refusal.add(because.getMessage());
      return Optional.empty();
    }
  }

  private Written write() {
    if (!network.functions().isEmpty()) {
      throw new CannotSay("the function " + network.functions().get(0).op());
    }
    GraphWriter writer = new GraphWriter(graph, Optional.empty(), program, "  ");
    List<String> inputs = writer.nameInputs();
    String signature = signature(inputs);
    List<String> body = writer.lines();
    List<String> files = new ArrayList<>();
    if (program.sources().usesFile()) {
      files.add(
          "  weights %s = onnx(%s)"
              .formatted(program.sources().root(), Literals.quoted(weights.path())));
    }
    if (!program.sources().extra().isEmpty()) {
      files.add("  weights extra = npz(%s)".formatted(Literals.quoted(title.extraFile())));
    }
    String text =
        Stream.of(List.of(header(inputs)), functions, List.of(signature), files, body, List.of("}"))
            .flatMap(List::stream)
            .collect(Collectors.joining("\n", "", "\n"));
    return new Written(laidOut(text), program.sources().extra(), layers(layered));
  }

  private String laidOut(String text) {
    Diagnostics faults = new Diagnostics();
    SourceText source = new SourceText(title.name(), text);
    return Formatter.format(source, faults)
        .orElseThrow(() -> new CompilerBug("write", "not a program: " + faults.all()));
  }

  private String header(List<String> inputs) {
    List<String> lines = new ArrayList<>();
    lines.add(title.source());
    for (int i = 0; i < inputs.size(); i++) {
      String name = graph.inputs().get(i).name();
      if (!inputs.get(i).equals(name)) {
        lines.add("input %s: %s".formatted(inputs.get(i), name));
      }
    }
    outputs().entrySet().stream()
        .filter(e -> !e.getKey().equals(e.getValue().name()))
        .forEach(e -> lines.add("result %s: %s".formatted(e.getKey(), e.getValue().name())));
    return lines.stream()
        .map(l -> "// " + l.replaceAll("\\p{Cntrl}", " ").strip())
        .collect(Collectors.joining("\n"));
  }

  private String signature(List<String> names) {
    List<String> inputs =
        IntStream.range(0, names.size())
            .mapToObj(i -> names.get(i) + ": " + parameters.get(i))
            .toList();
    String opset = isUsual() ? "" : " opset " + network.opset();
    return "net %s(%s) -> %s%s {"
        .formatted(title.name(), String.join(", ", inputs), results(), opset);
  }

  private String results() {
    List<String> types = graph.outputs().stream().map(v -> program.result(graph.type(v))).toList();
    List<String> names = List.copyOf(outputs().keySet());
    if (names.equals(List.of(USUAL_RESULT))) {
      return types.get(0);
    }
    return IntStream.range(0, types.size())
        .mapToObj(i -> names.get(i) + ": " + types.get(i))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** The results by their names in the program. */
  private Map<String, Value> outputs() {
    Map<String, Value> all = new LinkedHashMap<>();
    Words names = new Words(Set.of());
    graph.outputs().forEach(v -> all.put(names.fresh(Words.legal(v.name())), v));
    return all;
  }

  private static Map<String, Integer> layers(Graph graph) {
    Map<String, Integer> count = new TreeMap<>();
    for (Node node : graph.nodes()) {
      if (Layer.is(node)) {
        count.merge(node.op().name(), 1, Integer::sum);
      }
      node.graphs().forEach(g -> layers(g).forEach((k, n) -> count.merge(k, n, Integer::sum)));
    }
    return count;
  }
}
