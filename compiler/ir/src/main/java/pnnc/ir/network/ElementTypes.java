package pnnc.ir.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pnnc.ir.operators.Signature;

/**
 * What the elements of each value are, as far as inputs, constants and the operators' type
 * parameters tell. A value that is not in the table may be anything.
 */
final class ElementTypes {
  private final Map<Value, ElementType> known = new HashMap<>();

  /** Notes what {@code graph} begins with. */
  void enter(Graph graph) {
    graph.inputs().forEach(v -> note(v, graph.type(v).element()));
    graph.constants().forEach((v, tensor) -> note(v, Optional.of(tensor.type())));
  }

  private void note(Value value, Optional<ElementType> type) {
    if (type.isPresent() && value.isPresent()) {
      known.put(value, type.get());
    } else {
      known.remove(value);
    }
  }

  /**
   * Notes what {@code node} computes.
   *
   * @param signature empty if the operator is not known
   * @return what is wrong with its types; empty if nothing is known to be
   */
  Optional<String> check(Graph graph, Node node, Optional<Signature> signature) {
    if (signature.isEmpty()) {
      node.outputs().forEach(v -> note(v, graph.type(v).element()));
      return Optional.empty();
    }
    Map<String, ElementType> bound = new TreeMap<>();
    Optional<String> fault = bind(node.inputs(), signature.get().inputs(), bound);
    return fault.isPresent() ? fault : results(graph, node, signature.get(), bound);
  }

  private Optional<String> bind(
      List<Value> inputs, List<Signature.Formal> formals, Map<String, ElementType> bound) {
    for (int i = 0; i < inputs.size(); i++) {
      ElementType type = known.get(inputs.get(i));
      Optional<Signature.Formal> formal = Signature.at(formals, i);
      if (type == null || formal.isEmpty() || formal.get().types().isEmpty()) {
        continue;
      }
      if (!formal.get().types().contains(type)) {
        return Optional.of(
            "input `%s` is of type %s, should be of %s"
                .formatted(inputs.get(i).name(), type, listed(formal.get())));
      }
      String parameter = formal.get().parameter();
      ElementType before = parameter.isEmpty() ? type : bound.putIfAbsent(parameter, type);
      if (before != null && before != type) {
        return Optional.of(
            "input `%s` is of type %s, another that should be alike of %s"
                .formatted(inputs.get(i).name(), type, before));
      }
    }
    return Optional.empty();
  }

  private static String listed(Signature.Formal formal) {
    return formal.types().stream().map(ElementType::toString).collect(Collectors.joining(" or "));
  }

  private Optional<String> results(
      Graph graph, Node node, Signature signature, Map<String, ElementType> bound) {
    Optional<String> fault = Optional.empty();
    for (int i = 0; i < node.outputs().size(); i++) {
      Value output = node.outputs().get(i);
      Optional<ElementType> declared = graph.type(output).element();
      Optional<ElementType> computed = result(node, Signature.at(signature.outputs(), i), bound);
      if (declared.isPresent() && computed.isPresent() && !declared.equals(computed)) {
        fault =
            Optional.of(
                "output `%s` is declared to be of type %s, but is of %s"
                    .formatted(output.name(), declared.get(), computed.get()));
      }
      note(output, computed.or(() -> declared));
    }
    return fault;
  }

  private static Optional<ElementType> result(
      Node node, Optional<Signature.Formal> formal, Map<String, ElementType> bound) {
    if (node.is("Cast")) {
      return ElementType.ofOnnx((int) node.integer("to", 0));
    }
    if (node.attributes().get("value") instanceof Attribute.TensorValue t && node.is("Constant")) {
      return Optional.of(t.value().type());
    }
    if (formal.isEmpty() || formal.get().types().isEmpty()) {
      return Optional.empty();
    }
    Signature.Formal f = formal.get();
    boolean only = f.types().size() == 1;
    return only
        ? Optional.of(f.types().iterator().next())
        : Optional.ofNullable(bound.get(f.parameter()));
  }
}
