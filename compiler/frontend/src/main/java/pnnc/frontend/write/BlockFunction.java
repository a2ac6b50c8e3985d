package pnnc.frontend.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pnnc.base.shape.Dim;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Value;

/**
 * A function of the program, as text.
 *
 * @param lines of it
 */
record BlockFunction(List<String> lines) {
  private static final Pattern NOT_NAME = Pattern.compile("[^\\p{L}\\p{N}_]+");

  /** The function {@code name} that computes {@code body}. */
  static BlockFunction of(String name, BlockBody body, boolean hasGroup, Program program) {
    Graph graph = body.graph();
    requireSizes(graph, body.runtime(), program);
    Program own = program.function(new Sources(body.inside(), BlockBody.GROUP));
    own.words().fresh(BlockBody.GROUP);
    GraphWriter writer = new GraphWriter(graph, Optional.empty(), own, "  ");
    List<String> parameters = new ArrayList<>();
    for (Value input : body.runtime()) {
      parameters.add(parameter(input, graph, writer, own));
    }
    if (hasGroup) {
      parameters.add(BlockBody.GROUP + ": params");
    }
    for (Value input : body.others()) {
      parameters.add(parameter(input, graph, writer, own));
    }
    body.numbers().forEach(writer.operands()::name);
    String results = results(graph, own);
    List<String> lines = new ArrayList<>();
    lines.add("fn %s(%s) -> %s {".formatted(name, String.join(", ", parameters), results));
    lines.addAll(writer.lines());
    lines.add("}");
    lines.add("");
    if (!own.sources().extra().isEmpty() || !own.invocations().isEmpty()) {
      throw new CannotSay("weights of no file inside of a function");
    }
    return new BlockFunction(lines);
  }

  private static String parameter(Value input, Graph graph, GraphWriter writer, Program own) {
    String name = own.words().fresh(Words.legal(input.name()));
    writer.operands().name(input, name);
    return name + ": " + own.input(graph.type(input), input);
  }

  private static String results(Graph graph, Program own) {
    List<String> types = graph.outputs().stream().map(v -> own.result(graph.type(v))).toList();
    return types.size() == 1
        ? types.get(0)
        : types.stream().collect(Collectors.joining(", ", "(", ")"));
  }

  /** Sizes by name can stand in a function only if its inputs bring the names. */
  private static void requireSizes(Graph graph, List<Value> inputs, Program program) {
    Set<String> known = new HashSet<>();
    inputs.stream()
        .flatMap(v -> graph.type(v).shape().stream())
        .flatMap(s -> s.dims().stream())
        .map(Dim::symbol)
        .flatMap(Optional::stream)
        .map(n -> program.types().names().getOrDefault(n, ""))
        .forEach(known::add);
    boolean all =
        graph.nodes().stream()
            .filter(n -> Layer.is(n, SymbolicSizes.SIZES))
            .map(SymbolicSizes::terms)
            .flatMap(List::stream)
            .flatMap(BlockFunction::names)
            .allMatch(known::contains);
    if (!all) {
      throw new CannotSay("a size that no input of the function brings");
    }
  }

  private static Stream<String> names(String term) {
    return NOT_NAME.splitAsStream(term).filter(w -> !w.isEmpty() && !w.matches("[0-9]+"));
  }
}
