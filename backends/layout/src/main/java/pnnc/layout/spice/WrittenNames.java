package pnnc.layout.spice;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The names that were written, to find those that SPICE takes for one. */
final class WrittenNames {
  private final SpiceWriter.Names names;
  private final Map<String, String> global = new HashMap<>();
  private final Scope outer = new Scope();
  private Scope scope = outer;

  /** Nodes and elements of the deck or of one subcircuit, by their name in lower case. */
  private static final class Scope {
    private final Map<String, String> nodes = new HashMap<>();
    private final Map<String, String> elements = new HashMap<>();
  }

  WrittenNames(SpiceWriter.Names names) {
    this.names = names;
  }

  void begin() {
    scope = new Scope();
  }

  void end() {
    scope = outer;
  }

  void node(String node) {
    SpiceNames.requireWritable(node);
    String folded = node.toLowerCase(Locale.ROOT);
    if (names == SpiceWriter.Names.LOWER_CASE) {
      requireLower(node, folded);
      return;
    }
    String other = scope.nodes.putIfAbsent(folded.equals("gnd") ? "0" : folded, node);
    if (other != null && !other.equals(node)) {
      throw new IllegalArgumentException(
          "SPICE takes nodes `%s` and `%s` for one".formatted(other, node));
    }
  }

  private static void requireLower(String name, String folded) {
    if (!name.equals(folded) || name.equals("gnd")) {
      throw new IllegalArgumentException("`%s` is not in lower case".formatted(name));
    }
  }

  void element(String name) {
    SpiceNames.requireWritable(name);
    String folded = name.toLowerCase(Locale.ROOT);
    if (names == SpiceWriter.Names.LOWER_CASE) {
      requireLower(name.substring(1), folded.substring(1));
    } else if (scope.elements.put(folded, name) != null) {
      throw new IllegalArgumentException("element `%s` comes twice".formatted(name));
    }
  }

  void subcircuit(String name) {
    requireNew("subcircuit", "", name);
  }

  /** A model of the deck, or of the subcircuit that is called {@code inside}. */
  void model(String inside, String name) {
    requireNew("model", inside, name);
  }

  private void requireNew(String what, String inside, String name) {
    SpiceNames.requireWritable(name);
    String key = String.join(" ", what, inside, name).toLowerCase(Locale.ROOT);
    if (global.put(key, name) != null) {
      throw new IllegalArgumentException("%s `%s` comes twice".formatted(what, name));
    }
  }
}
