package pnnc.frontend.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.frontend.ast.Name;

/** The names of one file: where each stands, and which can be seen from where. */
public final class FileNames {
  /**
   * From where to where a declaration is seen.
   *
   * @param rank those that begin later shadow earlier ones; below 0 outside of any block
   */
  record Region(int rank, int from, int to, Declaration declaration) {}

  private final List<Occurrence> occurrences = new ArrayList<>();
  private final List<Region> regions = new ArrayList<>();

  FileNames() {}

  void add(Name name, List<Declaration> declarations, boolean isDeclaration) {
    occurrences.add(new Occurrence(name, declarations, isDeclaration));
  }

  void add(Region region) {
    regions.add(region);
  }

  void sort() {
    occurrences.sort(Comparator.comparingInt(o -> o.name().span().from()));
    regions.sort(Comparator.comparingInt(Region::rank).reversed());
  }

  /** Every name whose meaning is known, in the order of the text. */
  public List<Occurrence> occurrences() {
    return List.copyOf(occurrences);
  }

  /** The name that the character at {@code offset} or the one before it belongs to. */
  public Optional<Occurrence> at(int offset) {
    Optional<Occurrence> found = Optional.empty();
    for (Occurrence o : occurrences) {
      if (o.name().span().from() <= offset && offset <= o.name().span().to()) {
        found = Optional.of(o);
      }
    }
    return found;
  }

  /** What can be seen from {@code offset} by its name, innermost first. */
  public Map<String, List<Declaration>> visible(int offset) {
    Map<String, Integer> ranks = new LinkedHashMap<>();
    Map<String, List<Declaration>> visible = new LinkedHashMap<>();
    for (Region r : regions) {
      String name = r.declaration().text();
      if (r.from() <= offset && offset <= r.to()) {
        if (ranks.computeIfAbsent(name, n -> r.rank()) == r.rank()) {
          visible.computeIfAbsent(name, n -> new ArrayList<>()).add(r.declaration());
        }
      }
    }
    return visible;
  }

  /** Whether {@code name} means something anywhere in {@code from} to {@code to}. */
  public boolean isTaken(String name, int from, int to) {
    return regions.stream()
        .anyMatch(r -> r.declaration().text().equals(name) && r.from() <= to && from <= r.to());
  }

  /** From where to where {@code declaration} is seen: two offsets; empty if it is not here. */
  public Optional<int[]> reach(Declaration declaration) {
    return regions.stream()
        .filter(r -> r.declaration().isSamePlace(declaration))
        .findFirst()
        .map(r -> new int[] {Math.max(0, r.from()), r.to()});
  }
}
