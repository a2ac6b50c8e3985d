package pnnc.frontend.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import pnnc.frontend.ast.Entry.Provenance;

/**
 * What is being read.
 *
 * @param owner as messages name it: {@code the target `xbar65`}
 * @param trees it and what it stands in, innermost last, for the names of entries
 * @param isBroken whether parts of it are unknown; then nothing is missing or superfluous
 * @param provenance of the record that it is, if it says
 */
record Level(
    String owner, List<Raw.Tree> trees, boolean isBroken, Optional<Provenance> provenance) {
  Level inside(String name, Raw.Tree tree) {
    List<Raw.Tree> more = new ArrayList<>(trees);
    more.add(tree);
    return new Level(name, more, isBroken || tree.isBroken, tree.provenance.or(() -> provenance));
  }

  Set<String> entries(String kind) {
    Set<String> names = new TreeSet<>();
    trees.forEach(t -> names.addAll(t.entries.getOrDefault(kind, Map.of()).keySet()));
    return names;
  }
}
