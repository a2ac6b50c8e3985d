package pnnc.passes.inline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pnnc.ir.network.Graph;
import pnnc.ir.network.GraphEditor;
import pnnc.ir.network.Node;
import pnnc.ir.network.Origin;
import pnnc.ir.network.Renaming;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/**
 * Puts a graph in the place of one operation. Names that the graph defines, at any depth, are made
 * fresh; its inputs become the operation's inputs and its outputs the operation's outputs.
 */
public final class Splice {
  private static final Collector<CharSequence, ?, String> PATH = Collectors.joining("/");

  private final GraphEditor editor;
  private final Node replaced;
  private final Map<Value, Value> names = new LinkedHashMap<>();
  private final List<Node> copies = new ArrayList<>();
  private final Origin call;

  private Splice(GraphEditor editor, Node replaced) {
    this.editor = editor;
    this.replaced = replaced;
    this.call = editor.origin(replaced.id());
  }

  /**
   * Replaces {@code node} by {@code body}, which has as many outputs.
   *
   * @param inputs what stands for the body's inputs; the last may be left out where optional
   */
  public static void replace(GraphEditor editor, Node node, Graph body, List<Value> inputs) {
    new Splice(editor, node).run(body, inputs);
  }

  private void run(Graph body, List<Value> inputs) {
    for (int i = 0; i < body.inputs().size(); i++) {
      names.put(body.inputs().get(i), i < inputs.size() ? inputs.get(i) : Value.ABSENT);
    }
    nameOutputs(body);
    nameDefinitions(body);
    Graph renamed = new Renaming(names).applyEverywhere(body);
    copyConstants(renamed);
    renamed.types().forEach(this::keepType);
    copyOutputs(renamed);
    List<Node> nodes = new ArrayList<>(renamed.nodes());
    nodes.addAll(copies);
    editor.replace(replaced, nodes);
    renamed.nodes().forEach(node -> keepOrigin(renamed, node));
  }

  /** What an operation of the body computes as an output takes the output's name at once. */
  private void nameOutputs(Graph body) {
    Set<Value> computed = new HashSet<>();
    body.nodes().forEach(n -> computed.addAll(n.outputs()));
    for (int i = 0; i < body.outputs().size(); i++) {
      Value outside = replaced.output(i);
      if (outside.isPresent() && computed.contains(body.outputs().get(i))) {
        names.putIfAbsent(body.outputs().get(i), outside);
      }
    }
  }

  private void nameDefinitions(Graph graph) {
    graph.inputs().forEach(this::nameFreshly);
    graph.constants().keySet().forEach(this::nameFreshly);
    for (Node node : graph.nodes()) {
      node.outputs().stream().filter(Value::isPresent).forEach(this::nameFreshly);
      node.graphs().forEach(this::nameDefinitions);
    }
  }

  private void nameFreshly(Value value) {
    names.computeIfAbsent(value, v -> editor.fresh(v.name()));
  }

  private void copyConstants(Graph renamed) {
    for (Map.Entry<Value, Tensor> constant : renamed.constants().entrySet()) {
      editor.setConstant(constant.getKey(), constant.getValue());
    }
  }

  private void keepType(Value value, ValueType type) {
    if (value.isPresent() && editor.type(value) instanceof ValueType.Unknown) {
      editor.setType(value, type);
    }
  }

  /** An output that no operation of the body computes, or that stands there twice, is copied. */
  private void copyOutputs(Graph renamed) {
    for (int i = 0; i < renamed.outputs().size(); i++) {
      Value outside = replaced.output(i);
      Value inside = renamed.outputs().get(i);
      if (outside.isPresent() && !outside.equals(inside)) {
        copies.add(Node.of("Identity", List.of(inside), outside));
      }
    }
  }

  /** The body's own origin says more than that of the call, whose name goes in front. */
  private void keepOrigin(Graph renamed, Node node) {
    Origin own = renamed.origin(node.id());
    if (!own.isNone()) {
      String name = Stream.of(call.name(), own.name()).filter(n -> !n.isEmpty()).collect(PATH);
      editor.setOrigin(node.id(), new Origin(name, own.metadata(), own.unread()));
    }
  }
}
