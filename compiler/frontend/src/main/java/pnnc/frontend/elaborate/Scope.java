package pnnc.frontend.elaborate;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pnnc.frontend.source.Span;
import pnnc.ir.network.Value;

/**
 * Names and what they mean, and the names around them. A name bound again shadows the older one.
 */
final class Scope {
  /**
   * A meaning and the place that gave it.
   *
   * @param axis whose size it is, if it is one
   */
  record Binding(Val value, Optional<Span> place, Optional<Axis> axis) {}

  /**
   * A dimension of a tensor.
   *
   * @param argument what the tensor is, in words: {@code `x`}
   */
  record Axis(Value tensor, int index, String argument) {}

  private final Optional<Scope> outer;
  private final Map<String, Binding> names = new LinkedHashMap<>();
  private final Set<String> hidden = new HashSet<>();

  private Scope(Optional<Scope> outer) {
    this.outer = outer;
  }

  /** Names of which there is nothing around. */
  static Scope outermost() {
    return new Scope(Optional.empty());
  }

  /** New names inside these. */
  Scope inner() {
    return new Scope(Optional.of(this));
  }

  /**
   * From here on {@code name} means nothing until it is bound, whatever it means around: the
   * variable {@code N} of a signature is not the function {@code N} of the file.
   */
  void hide(String name) {
    hidden.add(name);
  }

  void bind(String name, Val value, Span place) {
    names.put(name, new Binding(value, Optional.of(place), Optional.empty()));
  }

  /** Binds the size of an axis. */
  void bind(String name, Val size, Span place, Axis axis) {
    names.put(name, new Binding(size, Optional.of(place), Optional.of(axis)));
  }

  void bind(String name, Val value) {
    names.put(name, new Binding(value, Optional.empty(), Optional.empty()));
  }

  Optional<Val> find(String name) {
    return binding(name).map(Binding::value);
  }

  Optional<Binding> binding(String name) {
    Binding own = names.get(name);
    return own != null || hidden.contains(name)
        ? Optional.ofNullable(own)
        : outer.flatMap(o -> o.binding(name));
  }

  /** What {@code name} would mean if its meaning here were not. */
  Optional<Val> shadowed(String name) {
    return names.containsKey(name)
        ? outer.flatMap(o -> o.find(name))
        : outer.flatMap(o -> o.shadowed(name));
  }

  /** What is bound right here, nothing around it. */
  Optional<Val> own(String name) {
    return Optional.ofNullable(names.get(name)).map(Binding::value);
  }

  /** Every name that can be seen from here. */
  Set<String> visible() {
    Set<String> all = new LinkedHashSet<>();
    Set<String> unseen = new HashSet<>();
    for (Optional<Scope> scope = Optional.of(this); scope.isPresent(); scope = scope.get().outer) {
      Scope now = scope.get();
      now.names.keySet().stream().filter(name -> !unseen.contains(name)).forEach(all::add);
      unseen.addAll(now.hidden);
    }
    return all;
  }
}
