package pnnc.ir.network;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import pnnc.ir.text.Quotes;

/** Prints graphs and operations. */
final class GraphPrinter {
  private static final int LONGEST_LIST = 90;

  private final TextWriter out;
  private final TensorPrinter tensors;
  private final AttributePrinter attributes;

  GraphPrinter(TextWriter out, TensorPrinter tensors) {
    this.out = out;
    this.tensors = tensors;
    this.attributes = new AttributePrinter(out, tensors, this);
  }

  void print(Graph graph) {
    out.put("graph").put(graph.name().isEmpty() ? "" : " " + Words.word(graph.name()));
    printInputs(graph);
    out.put(" -> ");
    printOutputs(graph);
    attributes.printUnread(graph.unread());
    out.put(" {");
    out.deeper();
    printConstants(graph);
    printOtherTypes(graph);
    printOtherOrigins(graph);
    for (Node node : graph.nodes()) {
      out.line();
      print(graph, node);
    }
    out.shallower();
    out.line();
    out.put("}");
  }

  private void printInputs(Graph graph) {
    boolean plain = graph.inputs().stream().noneMatch(graph.constants()::containsKey);
    printList(graph.inputs(), plain && isShort(graph, graph.inputs()), v -> printInput(graph, v));
  }

  private void printOutputs(Graph graph) {
    printList(graph.outputs(), isShort(graph, graph.outputs()), v -> out.put(typed(graph, v)));
  }

  private static boolean isShort(Graph graph, List<Value> values) {
    return values.stream().mapToInt(v -> typed(graph, v).length() + 2).sum() <= LONGEST_LIST;
  }

  /** In parentheses, on one line or with a line for each. */
  private void printList(List<Value> values, boolean oneLine, Consumer<Value> item) {
    out.put("(");
    out.deeper();
    for (int i = 0; i < values.size(); i++) {
      if (!oneLine) {
        out.line();
      }
      item.accept(values.get(i));
      out.put(i + 1 == values.size() ? "" : oneLine ? ", " : ",");
    }
    out.shallower();
    if (!oneLine) {
      out.line();
    }
    out.put(")");
  }

  private void printInput(Graph graph, Value input) {
    out.put(typed(graph, input));
    Tensor standard = graph.constants().get(input);
    if (standard != null) {
      out.put(" = ");
      printDefault(standard, declared(graph, input));
    }
  }

  private void printDefault(Tensor standard, ValueType declared) {
    if (standard.valueType().equals(declared)) {
      tensors.printData(standard);
    } else {
      tensors.print(standard);
    }
  }

  private static String typed(Graph graph, Value value) {
    return value.isPresent()
        ? name(value) + ": " + TypeText.print(declared(graph, value))
        : name(value);
  }

  /** The type in the graph's table; a constant that is no input needs none there. */
  private static ValueType declared(Graph graph, Value value) {
    ValueType type = graph.types().get(value);
    return type != null ? type : graph.type(value);
  }

  private static String name(Value value) {
    return value.isPresent() ? value.toString() : "_";
  }

  private void printConstants(Graph graph) {
    Set<Value> inputs = new HashSet<>(graph.inputs());
    graph
        .constants()
        .forEach(
            (value, tensor) -> {
              if (!inputs.contains(value)) {
                out.line();
                out.put("const ").put(name(value)).put(": ");
                out.put(TypeText.print(tensor.valueType())).put(" = ");
                tensors.printData(tensor);
                printOrigin(graph, value);
              }
            });
  }

  /** Types of values that stand nowhere else, or stand there with another type. */
  private void printOtherTypes(Graph graph) {
    Set<Value> shown = new HashSet<>(graph.inputs());
    shown.addAll(graph.outputs());
    graph.nodes().forEach(n -> shown.addAll(n.outputs()));
    graph
        .types()
        .forEach(
            (value, type) -> {
              if (!shown.contains(value)) {
                out.line();
                out.put("type ").put(name(value)).put(": ").put(TypeText.print(type));
              }
            });
  }

  /** Origins of values that are neither constants nor what operations are called by. */
  private void printOtherOrigins(Graph graph) {
    Set<Value> shown = new HashSet<>(graph.constants().keySet());
    graph.inputs().forEach(shown::remove);
    graph.nodes().forEach(n -> shown.add(n.id()));
    for (Value value : graph.origins().keySet()) {
      if (!shown.contains(value)) {
        out.line();
        out.put("origin ").put(name(value));
        printOrigin(graph, value);
      }
    }
  }

  private void print(Graph graph, Node node) {
    out.put(joined(node.outputs().stream().map(v -> typed(graph, v)).toList()));
    out.put(" = ").put(Words.operator(node.op()));
    out.put(node.overload().isEmpty() ? "" : "#" + Words.word(node.overload()));
    out.put("(").put(joined(node.inputs().stream().map(GraphPrinter::name).toList())).put(")");
    attributes.print(node.attributes());
    printOrigin(graph, node.id());
  }

  private static String joined(List<String> items) {
    return items.stream().collect(Collectors.joining(", "));
  }

  private void printOrigin(Graph graph, Value value) {
    Origin origin = graph.origin(value);
    if (!origin.isNone()) {
      out.put(" @ ").put(Quotes.quote(origin.name()));
      attributes.printNotes(origin.metadata(), origin.unread());
    }
  }
}
