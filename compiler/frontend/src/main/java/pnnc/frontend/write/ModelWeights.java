package pnnc.frontend.write;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import pnnc.ir.network.Tensor;

/**
 * The tensors that a program finds in its model's file, and how it names them there.
 *
 * @param path of the file, as the program says it
 * @param tensors by their names in the file
 */
public record ModelWeights(String path, SortedMap<String, Tensor> tensors) {
  public ModelWeights {
    tensors = new TreeMap<>(tensors);
  }

  public ModelWeights(String path, Map<String, Tensor> tensors) {
    this(path, new TreeMap<>(tensors));
  }

  /** Whether the file has {@code tensor} under {@code name}. */
  boolean holds(String name, Tensor tensor) {
    return tensor.equals(tensors.get(name));
  }

  /** {@code w.conv1.weight} where the name reads as a path, else {@code w["conv1.weight"]}. */
  String reference(String name) {
    return path(name).orElse("w[" + Literals.quoted(name) + "]");
  }

  /**
   * The group {@code w.conv1} whose members are just {@code members}, by what each holds.
   *
   * @param members by the names behind the last dot
   * @param all names that the function which takes the group would find, if they were there
   */
  Optional<String> group(Map<String, String> members, List<String> all) {
    Optional<String> prefix = Optional.empty();
    for (Map.Entry<String, String> member : members.entrySet()) {
      String end = "." + member.getKey();
      String name = member.getValue();
      String start = name.endsWith(end) ? name.substring(0, name.length() - end.length()) : "";
      if (start.isEmpty() || !prefix.orElse(start).equals(start)) {
        return Optional.empty();
      }
      prefix = Optional.of(start);
    }
    String start = prefix.orElse("");
    boolean more = all.stream().anyMatch(m -> !members.containsKey(m) && exists(start + "." + m));
    return start.isEmpty() || more || tensors.containsKey(start) ? Optional.empty() : path(start);
  }

  /** The tensors of the group {@code name}, by what stands behind it and a dot. */
  Map<String, Tensor> under(String name) {
    Map<String, Tensor> found = new TreeMap<>();
    for (Map.Entry<String, Tensor> e : tensors.tailMap(name + ".").entrySet()) {
      if (!e.getKey().startsWith(name + ".")) {
        break;
      }
      found.put(e.getKey().substring(name.length() + 1), e.getValue());
    }
    return found;
  }

  private boolean exists(String name) {
    return tensors.containsKey(name)
        || tensors.tailMap(name + ".").keySet().stream()
            .findFirst()
            .filter(n -> n.startsWith(name + "."))
            .isPresent();
  }

  /** {@code w.conv1}; empty if the name is none that stands behind a dot. */
  Optional<String> path(String name) {
    StringBuilder text = new StringBuilder("w");
    StringBuilder before = new StringBuilder();
    List<String> steps = Arrays.asList(name.split("\\.", -1));
    for (int i = 0; i < steps.size(); i++) {
      String step = steps.get(i);
      if (i > 0 && tensors.containsKey(before.toString())) {
        return Optional.empty();
      }
      before.append(i == 0 ? "" : ".").append(step);
      if (step.matches("0|[1-9][0-9]{0,8}")) {
        text.append('[').append(step).append(']');
      } else if (Words.isMember(step)) {
        text.append('.').append(step);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(text.toString());
  }
}
