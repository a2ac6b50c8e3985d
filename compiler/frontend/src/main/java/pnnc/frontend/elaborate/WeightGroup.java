package pnnc.frontend.elaborate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pnnc.ir.network.Tensor;

/**
 * The weights of a source whose names begin with {@code prefix} and a dot; all of them if it is
 * empty. Without a source nothing is known of them: they are random, or a function is looked at by
 * itself.
 *
 * @param source where they are; empty for random and for unknown ones
 * @param seed of random ones
 */
record WeightGroup(Optional<WeightSource> source, Optional<Long> seed, String prefix) {
  static WeightGroup of(WeightSource source) {
    return new WeightGroup(Optional.of(source), Optional.empty(), "");
  }

  static WeightGroup random(long seed) {
    return new WeightGroup(Optional.empty(), Optional.of(seed), "");
  }

  /** Weights of which nothing is known. */
  static WeightGroup any() {
    return new WeightGroup(Optional.empty(), Optional.empty(), "");
  }

  boolean isKnown() {
    return source.isPresent();
  }

  boolean isRandom() {
    return seed.isPresent();
  }

  /** Whether the name ends as those of tensors do. Nothing else is known of random weights. */
  boolean isLeaf() {
    String last = prefix.substring(prefix.lastIndexOf('.') + 1);
    return Stream.of("weight", "bias", "running_mean", "running_var")
        .anyMatch(word -> last.equals(word) || last.startsWith(word + "_"));
  }

  /** The full name of {@code member}. */
  String nameOf(String member) {
    return prefix.isEmpty() ? member : prefix + "." + member;
  }

  WeightGroup child(String member) {
    return new WeightGroup(source, seed, nameOf(member));
  }

  /** The tensor called {@code member} in this group. */
  Optional<Tensor> tensor(String member) {
    return source.flatMap(s -> s.tensor(nameOf(member)));
  }

  /** Whether there is anything below {@code member}. */
  boolean hasGroup(String member) {
    String start = nameOf(member) + ".";
    return source
        .map(s -> s.names().tailSet(start))
        .filter(tail -> !tail.isEmpty() && tail.first().startsWith(start))
        .isPresent();
  }

  /** The first steps of the names in this group, each once. */
  List<String> members() {
    String start = prefix.isEmpty() ? "" : prefix + ".";
    return source
        .map(
            s ->
                s.names().tailSet(start).stream()
                    .takeWhile(n -> n.startsWith(start))
                    .map(n -> n.substring(start.length()).split("\\.", 2)[0])
                    .distinct()
                    .toList())
        .orElse(List.of());
  }

  /** Every name in this group, the prefix cut off. */
  List<String> names() {
    int cut = prefix.isEmpty() ? 0 : prefix.length() + 1;
    return source
        .map(
            s ->
                s.names().stream()
                    .filter(n -> prefix.isEmpty() || n.startsWith(prefix + "."))
                    .map(n -> n.substring(cut))
                    .toList())
        .orElse(List.of());
  }

  /** {@code fc1 of mlp.onnx}. */
  String describe() {
    String where = source.map(WeightSource::description).orElse("the weights");
    return prefix.isEmpty() ? where : "`%s` of %s".formatted(prefix, where);
  }
}
