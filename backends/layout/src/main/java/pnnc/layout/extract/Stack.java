package pnnc.layout.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import pnnc.base.process.Connection;
import pnnc.base.process.DeviceRule;
import pnnc.base.process.Mask;
import pnnc.base.process.ProcessRules;
import pnnc.layout.model.Layer;

/**
 * A process in numbers. A mask has the number of its place among those that matter, conductors
 * first. Planes are what is looked for by place: conductors without what devices take of them, then
 * one electrode for each terminal that a body touches with its area, then masks as drawn.
 */
final class Stack {
  private final List<String> masks;
  private final int conductors;
  private final List<Recipe> recipes = new ArrayList<>();
  private final List<Watch> watches = new ArrayList<>();
  private final List<List<Integer>> partners = new ArrayList<>();
  private final int firstDrawn;
  private final boolean[] isWatched;
  private final Map<Layer, List<Integer>> drawnOn = new LinkedHashMap<>();
  private final Map<Layer, Integer> labels = new LinkedHashMap<>();

  /**
   * A rule for devices, in numbers of masks.
   *
   * @param required body first, then inside
   * @param taken conductors that lose what the body covers
   * @param ends layers that come twice among the terminals
   * @param electrodes the plane of each terminal that comes once, else −1
   */
  record Recipe(
      DeviceRule rule,
      List<Integer> required,
      List<Integer> outside,
      Set<Integer> taken,
      Set<Integer> ends,
      List<Integer> electrodes) {
    /** All masks that can make or spoil such a device. */
    Set<Integer> watched() {
      Set<Integer> all = new LinkedHashSet<>(required);
      all.addAll(outside);
      all.addAll(ends);
      all.addAll(taken);
      return all;
    }
  }

  /**
   * What elements are tested for.
   *
   * @param masks that matter
   * @param recipe of a device; none if nothing on the masks may touch anything else on them
   */
  record Watch(Set<Integer> masks, Optional<Recipe> recipe) {
    /** The masks without which there is no body. */
    List<Integer> required() {
      return recipe.map(Recipe::required).orElse(List.of());
    }
  }

  Stack(ProcessRules process, List<Set<String>> apart) {
    Set<String> names = new LinkedHashSet<>();
    process.connections().forEach(c -> names.addAll(c.layers()));
    process.devices().forEach(d -> names.addAll(d.terminals()));
    conductors = names.size();
    process.devices().forEach(d -> names.addAll(d.layers()));
    apart.forEach(names::addAll);
    masks = List.copyOf(names);
    for (int i = 0; i < conductors; i++) {
      partners.add(new ArrayList<>());
    }
    process.connections().forEach(this::connect);
    process.devices().forEach(d -> recipes.add(recipe(d)));
    firstDrawn = partners.size();
    isWatched = new boolean[masks.size()];
    recipes.forEach(r -> watches.add(new Watch(r.watched(), Optional.of(r))));
    apart.forEach(a -> watches.add(new Watch(numbers(a), Optional.empty())));
    watches.forEach(w -> w.masks().forEach(m -> isWatched[m] = true));
    masks.forEach(name -> find(process.mask(name)));
  }

  private Set<Integer> numbers(Set<String> names) {
    Set<Integer> numbers = new LinkedHashSet<>();
    masks.stream().filter(names::contains).forEach(n -> numbers.add(number(n)));
    return numbers;
  }

  private void find(Mask mask) {
    int m = number(mask.name());
    drawnOn
        .computeIfAbsent(new Layer(mask.number(), mask.datatype()), l -> new ArrayList<>())
        .add(m);
    if (m < conductors) {
      Stream.of(mask.label(), mask.pin())
          .flatMap(d -> d.stream().boxed())
          .forEach(d -> labels.putIfAbsent(new Layer(mask.number(), d), m));
    }
  }

  private void connect(Connection connection) {
    if (connection instanceof Connection.Cut c) {
      partner(number(c.cut()), number(c.lower()));
      partner(number(c.cut()), number(c.upper()));
    } else if (connection instanceof Connection.Touch t) {
      partner(number(t.first()), number(t.second()));
    }
  }

  private void partner(int a, int b) {
    if (a != b && !partners.get(a).contains(b)) {
      partners.get(a).add(b);
      partners.get(b).add(a);
    }
  }

  private Recipe recipe(DeviceRule rule) {
    List<Integer> required = new ArrayList<>(List.of(number(rule.body())));
    rule.inside().forEach(l -> required.add(number(l)));
    Set<Integer> ends = new LinkedHashSet<>();
    List<Integer> electrodes = new ArrayList<>();
    for (String layer : rule.terminals()) {
      int m = number(layer);
      if (Collections.frequency(rule.terminals(), layer) > 1) {
        ends.add(m);
        electrodes.add(-1);
      } else {
        electrodes.add(partners.size());
        partners.add(new ArrayList<>());
        partner(partners.size() - 1, m);
      }
    }
    Set<Integer> taken = new LinkedHashSet<>(required);
    taken.retainAll(ends);
    if (!rule.terminals().contains(rule.body()) && number(rule.body()) < conductors) {
      taken.add(number(rule.body()));
    }
    List<Integer> outside = rule.outside().stream().map(this::number).toList();
    return new Recipe(rule, required, outside, taken, ends, electrodes);
  }

  int number(String mask) {
    return masks.indexOf(mask);
  }

  String mask(int number) {
    return masks.get(number);
  }

  int masks() {
    return masks.size();
  }

  int conductors() {
    return conductors;
  }

  List<Watch> watches() {
    return watches;
  }

  List<Recipe> recipes() {
    return recipes;
  }

  /** How many planes belong to nets: conductors and electrodes. */
  int netPlanes() {
    return firstDrawn;
  }

  int planes() {
    return firstDrawn + masks.size();
  }

  /** The plane of a mask as it is drawn; filled for watched masks only. */
  int drawn(int mask) {
    return firstDrawn + mask;
  }

  /** Whether devices depend on the mask. */
  boolean isWatched(int mask) {
    return isWatched[mask];
  }

  /** The planes that are joined to {@code plane} where they overlap it. */
  List<Integer> partners(int plane) {
    return partners.get(plane);
  }

  /** The masks that shapes on {@code layer} belong to. */
  List<Integer> masksOn(Layer layer) {
    return drawnOn.getOrDefault(layer, List.of());
  }

  /** The conductor that texts on {@code layer} name, or −1. */
  int named(Layer layer) {
    return labels.getOrDefault(layer, -1);
  }
}
