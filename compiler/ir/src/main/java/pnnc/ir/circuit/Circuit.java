package pnnc.ir.circuit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Devices of one physics, wired, in a hierarchy of cells. Two circuits are equal when they have the
 * same devices on nets of the same names; the order in which things were added means nothing.
 *
 * @param name of the whole
 * @param models kept by name
 * @param cells kept by name
 * @param top the name of the cell that is the whole
 */
public record Circuit<D extends Device>(
    String name, List<Model> models, List<Cell<D>> cells, String top) {
  public Circuit {
    models = models.stream().sorted(Comparator.comparing(Model::name)).toList();
    cells = cells.stream().sorted(Comparator.comparing(c -> c.name())).toList();
  }

  /** A circuit of a single cell. */
  public static <D extends Device> Circuit<D> flat(String name, List<Model> models, Cell<D> cell) {
    return new Circuit<>(name, models, List.of(cell), cell.name());
  }

  /** The cell called {@code cell}. */
  public Optional<Cell<D>> cell(String cell) {
    return find(cells, c -> c.name(), cell);
  }

  /** The model called {@code model}. */
  public Optional<Model> model(String model) {
    return find(models, Model::name, model);
  }

  private static <T> Optional<T> find(List<T> sorted, Function<T, String> name, String wanted) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (name.apply(sorted.get(middle)).compareTo(wanted) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    boolean found = low < sorted.size() && name.apply(sorted.get(low)).equals(wanted);
    return found ? Optional.of(sorted.get(low)) : Optional.empty();
  }

  /** Whether any cell uses another. */
  public boolean isHierarchical() {
    return cells.stream().anyMatch(c -> !c.instances().isEmpty());
  }

  /** What the outside can reach; nothing if the top cell is not defined. */
  public List<Port> ports() {
    return cell(top).map(Cell::ports).orElse(List.of());
  }
}
