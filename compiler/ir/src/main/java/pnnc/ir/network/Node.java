package pnnc.ir.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One operation of a network, with the meaning that ONNX gives it.
 *
 * @param op which operator
 * @param overload which of several local functions of that name; nearly always empty
 * @param inputs in the operator's order; {@link Value#ABSENT} where an optional one is left out
 * @param outputs in the operator's order, at least one of them present
 * @param attributes by name, sorted
 */
public record Node(
    OpType op,
    String overload,
    List<Value> inputs,
    List<Value> outputs,
    Map<String, Attribute> attributes) {
  public Node {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    if (outputs.stream().noneMatch(Value::isPresent)) {
      throw new IllegalArgumentException(op + " computes nothing");
    }
  }

  /** An operation of the ONNX standard without attributes. */
  public static Node of(String op, List<Value> inputs, Value... outputs) {
    return new Node(OpType.of(op), "", inputs, List.of(outputs), Map.of());
  }

  /** This operation with one attribute more, or another value for it. */
  public Node with(String name, Attribute value) {
    Map<String, Attribute> more = new TreeMap<>(attributes);
    more.put(name, value);
    return new Node(op, overload, inputs, outputs, more);
  }

  /** This operation without the attribute called {@code name}. */
  public Node without(String name) {
    Map<String, Attribute> fewer = new TreeMap<>(attributes);
    fewer.remove(name);
    return new Node(op, overload, inputs, outputs, fewer);
  }

  public Node withInputs(List<Value> others) {
    return new Node(op, overload, others, outputs, attributes);
  }

  public Node withOutputs(List<Value> others) {
    return new Node(op, overload, inputs, others, attributes);
  }

  /** This operation with its subgraphs rewritten. */
  public Node mapGraphs(UnaryOperator<Graph> rewrite) {
    if (graphs().findAny().isEmpty()) {
      return this;
    }
    Map<String, Attribute> mapped = new TreeMap<>(attributes);
    mapped.replaceAll((name, attribute) -> mapGraphs(attribute, rewrite));
    return new Node(op, overload, inputs, outputs, mapped);
  }

  private static Attribute mapGraphs(Attribute attribute, UnaryOperator<Graph> rewrite) {
    if (attribute instanceof Attribute.GraphValue g) {
      return Attribute.of(rewrite.apply(g.value()));
    }
    if (attribute instanceof Attribute.Graphs g) {
      return new Attribute.Graphs(g.values().stream().map(rewrite).toList());
    }
    return attribute;
  }

  /** The first output that is present: the operation's identity in its graph. */
  public Value id() {
    return outputs.stream().filter(Value::isPresent).findFirst().orElseThrow();
  }

  /** The first output. */
  public Value output() {
    return outputs.get(0);
  }

  /** The input at {@code index}; absent also when the list is shorter. */
  public Value input(int index) {
    return index < inputs.size() ? inputs.get(index) : Value.ABSENT;
  }

  /** The output at {@code index}; absent also when the list is shorter. */
  public Value output(int index) {
    return index < outputs.size() ? outputs.get(index) : Value.ABSENT;
  }

  /** Whether this is the operator {@code name} of the ONNX standard. */
  public boolean is(String name) {
    return op.isStandard() && op.name().equals(name);
  }

  /** The subgraphs in this operation's attributes. */
  public Stream<Graph> graphs() {
    return attributes.values().stream().flatMap(a -> a.graphs().stream());
  }

  public Optional<Attribute> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  /** An integer attribute, or {@code otherwise} where it is left out. */
  public long integer(String name, long otherwise) {
    return attributes.get(name) instanceof Attribute.IntValue i ? i.value() : otherwise;
  }

  /** A float attribute, or {@code otherwise} where it is left out. */
  public float real(String name, float otherwise) {
    return attributes.get(name) instanceof Attribute.FloatValue f ? f.value() : otherwise;
  }

  /** A string attribute, or {@code otherwise} where it is left out. */
  public String text(String name, String otherwise) {
    return attributes.get(name) instanceof Attribute.StringValue s ? s.text() : otherwise;
  }

  /** A list of integers, empty where it is left out. */
  public Optional<long[]> integers(String name) {
    return attributes.get(name) instanceof Attribute.Ints i
        ? Optional.of(i.values().stream().mapToLong(Long::longValue).toArray())
        : Optional.empty();
  }

  /** A list of strings, empty where it is left out. */
  public Optional<List<String>> texts(String name) {
    return attributes.get(name) instanceof Attribute.Strings s
        ? Optional.of(s.values().stream().map(b -> b.utf8()).toList())
        : Optional.empty();
  }

  /** Every value this operation needs: its inputs and what its subgraphs take from outside. */
  public List<Value> uses() {
    List<Value> all = new ArrayList<>();
    inputs.stream().filter(Value::isPresent).forEach(all::add);
    graphs().forEach(g -> all.addAll(g.captures()));
    return all;
  }

  /** Cheap: two operations of one graph never share an output. */
  @Override
  public int hashCode() {
    return outputs.hashCode();
  }

  /** Short: {@code %y = Conv(%x, %w)}, without types and attributes. */
  @Override
  public String toString() {
    return "%s = %s(%s)".formatted(listed(outputs), Words.operator(op), listed(inputs));
  }

  private static String listed(List<Value> values) {
    return values.stream()
        .map(v -> v.isPresent() ? v.toString() : "_")
        .collect(Collectors.joining(", "));
  }
}
