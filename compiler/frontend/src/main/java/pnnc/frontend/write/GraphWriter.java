package pnnc.frontend.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/** Writes the lines of one graph: the network's own, or the body of a control-flow operator. */
final class GraphWriter {
  private final Graph graph;
  private final Program program;
  private final Operands operands;
  private final Naming naming;
  private final CallWriter calls;
  private final String indent;
  private final List<String> lines = new ArrayList<>();
  private String scope = "";
  private final Set<Value> used = new HashSet<>();
  private boolean hasScopes;

  GraphWriter(Graph graph, Optional<Operands> outer, Program program, String indent) {
    this.graph = graph;
    this.program = program;
    this.indent = indent;
    this.operands = new Operands(graph, outer, program.sources());
    this.naming = new Naming(graph, operands, program);
    this.calls = new CallWriter(operands, program, this::lambda);
    operands.write(calls::of);
    graph.nodes().forEach(n -> n.uses().stream().filter(Value::isPresent).forEach(used::add));
    used.addAll(graph.outputs());
  }

  Operands operands() {
    return operands;
  }

  /** The lines between the braces; inputs must have their names. */
  List<String> lines() {
    new Placing(graph, operands).run();
    Optional<Node> last = lastLine();
    hasScopes = hasClearScopes();
    for (Node node : graph.nodes()) {
      boolean hasLine = operands.inlined(node.output()).isEmpty();
      if (hasLine && !last.filter(node::equals).isPresent()) {
        separate(node);
        statement(node);
      }
    }
    last.ifPresent(this::separate);
    lines.add(result(last));
    return lines;
  }

  /** The operation that is the result itself, if it is the only one. */
  private Optional<Node> lastLine() {
    if (graph.outputs().size() != 1) {
      return Optional.empty();
    }
    Value output = graph.outputs().get(0);
    boolean usedOtherwise = graph.nodes().stream().anyMatch(n -> n.uses().contains(output));
    return graph.nodes().stream()
        .filter(n -> n.output().equals(output) && n.outputs().size() == 1 && !usedOtherwise)
        .findFirst();
  }

  /** Whether comments for scopes would help: each holds several lines, most of them together. */
  private boolean hasClearScopes() {
    List<String> scopes =
        graph.nodes().stream()
            .filter(n -> operands.inlined(n.output()).isEmpty())
            .map(naming::scope)
            .filter(s -> !s.isEmpty())
            .toList();
    long changes =
        IntStream.range(1, scopes.size())
            .filter(i -> !scopes.get(i).equals(scopes.get(i - 1)))
            .count();
    long kinds = scopes.stream().distinct().count();
    return kinds > 1 && changes < 2 * kinds && scopes.size() >= 2 * (changes + 1);
  }

  private void separate(Node node) {
    String here = naming.scope(node);
    if (!here.equals(scope) && !here.isEmpty() && hasScopes) {
      lines.add("");
      lines.add(indent + "// " + here);
    }
    scope = here.isEmpty() ? scope : here;
  }

  private void statement(Node node) {
    int outputs = CallWriter.outputs(node);
    Code code = calls.of(node);
    List<String> results = Vocabulary.results(node);
    int count = results.isEmpty() ? outputs : results.size();
    lines.add(indent + pattern(node, count) + " = " + code.text());
  }

  private String pattern(Node node, int count) {
    boolean one = node.outputs().stream().filter(used::contains).count() <= 1;
    String line = one ? naming.name(node) : naming.line(node);
    if (count == 1) {
      operands.name(node.output(), line);
      return line;
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Value value = node.output(i);
      boolean wanted = used.contains(value);
      String name = !wanted ? "_" : one ? line : naming.part(value, line, i);
      if (wanted) {
        operands.name(value, name);
      }
      names.add(name);
    }
    return "(" + String.join(", ", names) + ")";
  }

  private String result(Optional<Node> last) {
    if (last.isPresent()) {
      Code code = calls.of(last.get());
      int place = Vocabulary.results(last.get()).isEmpty() ? -1 : 0;
      Code all =
          place < 0
              ? code
              : Code.postfix(
                  code.within(Code.POSTFIX) + "." + Vocabulary.results(last.get()).get(0));
      return indent + all.text();
    }
    List<String> all = graph.outputs().stream().map(this::output).toList();
    String text = all.size() == 1 ? all.get(0) : "(" + String.join(", ", all) + ")";
    return indent + text;
  }

  /** A constant that is a result must be a tensor, of the type it has. */
  private String output(Value value) {
    boolean literal = operands.fileName(value).isEmpty() && operands.constant(value).isPresent();
    return literal && !operands.isNamed(value) && Literals.canSay(operands.constant(value).get())
        ? Literals.typed(operands.constant(value).get())
        : operands.of(value).text();
  }

  /** {@code fn(i: i64[], x: f32[3]) -> f32[3] { … }}. */
  private String lambda(Graph body) {
    GraphWriter inner = new GraphWriter(body, Optional.of(operands), program, indent + "  ");
    List<String> parameters = new ArrayList<>();
    for (Value input : body.inputs()) {
      String name = program.words().fresh(Words.legal(input.name()));
      inner.operands.name(input, name);
      parameters.add(name + ": " + program.input(body.type(input), input));
    }
    List<String> results = body.outputs().stream().map(v -> program.result(inner.type(v))).toList();
    String type =
        results.size() == 1
            ? results.get(0)
            : results.stream().collect(Collectors.joining(", ", "(", ")"));
    List<String> lines = inner.lines();
    if (lines.size() == 1 && !lines.get(0).contains("\n")) {
      return "fn(%s) -> %s = %s"
          .formatted(String.join(", ", parameters), type, lines.get(0).strip());
    }
    return "fn(%s) -> %s {\n%s\n%s}"
        .formatted(String.join(", ", parameters), type, String.join("\n", lines), indent);
  }

  private ValueType type(Value value) {
    ValueType own = graph.type(value);
    return operands
        .element(value)
        .<ValueType>map(e -> new ValueType.TensorType(e, operands.shape(value)))
        .orElse(own);
  }

  /** Names for the inputs, in order. */
  List<String> nameInputs() {
    return IntStream.range(0, graph.inputs().size())
        .mapToObj(
            i -> {
              Value input = graph.inputs().get(i);
              String name = program.words().fresh(Words.legal(input.name()));
              operands.name(input, name);
              return name;
            })
        .toList();
  }
}
