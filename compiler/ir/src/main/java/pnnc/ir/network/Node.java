package pnnc.ir.network;

import java.util.ArrayList;
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
    attributes = attributes.isEmpty() ? Map.of() : Sorted.copyOf(attributes);
    if (!isAnyPresent(outputs)) {
      throw new IllegalArgumentException(op + " computes nothing");
    }
  }

  private static boolean isAnyPresent(List<Value> values) {
    for (Value value : values) {
      if (value.isPresent()) {
        return true;
      }
    }
    return false;
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

  /** This operation with its subgraphs rewritten; itself if they are the very same afterwards. */
  public Node mapGraphs(UnaryOperator<Graph> rewrite) {
    if (!hasGraphs()) {
      return this;
    }
    Map<String, Attribute> mapped = new TreeMap<>(attributes);
    mapped.replaceAll((name, attribute) -> mapGraphs(attribute, rewrite));
    List<Attribute> before = List.copyOf(attributes.values());
    return Same.objects(before, List.copyOf(mapped.values()))
        ? this
        : new Node(op, overload, inputs, outputs, mapped);
  }

  private static Attribute mapGraphs(Attribute attribute, UnaryOperator<Graph> rewrite) {
    List<Graph> before = attribute.graphs();
    if (before.isEmpty()) {
      return attribute;
    }
    List<Graph> after = before.stream().map(rewrite).toList();
    if (Same.objects(before, after)) {
      return attribute;
    }
    return attribute instanceof Attribute.GraphValue
        ? Attribute.of(after.get(0))
        : new Attribute.Graphs(after);
  }

  /** The first output that is present: the operation's identity in its graph. */
  public Value id() {
    for (Value output : outputs) {
      if (output.isPresent()) {
        return output;
      }
    }
    throw new IllegalStateException(op + " computes nothing");
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
    return hasGraphs()
        ? attributes.values().stream().flatMap(a -> a.graphs().stream())
        : Stream.empty();
  }

  /** Whether there are subgraphs in this operation's attributes. */
  public boolean hasGraphs() {
    for (Attribute attribute : attributes.values()) {
      if (!attribute.graphs().isEmpty()) {
        return true;
      }
    }
    return false;
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
    List<Value> all = new ArrayList<>(inputs.size());
    for (Value input : inputs) {
      if (input.isPresent()) {
        all.add(input);
      }
    }
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
