package pnnc.layout.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import pnnc.layout.geometry.Box;
import pnnc.layout.region.BoxIndex;

/**
 * A cell while it is extracted: its own shapes by plane, what it places, and the nets of both. A
 * net of a child gets a number here when something here touches it, or when a parent asks for it.
 */
final class CellWork {
  final String name;
  final Plane[] planes;
  final List<Placement> placements;
  final Effort effort;

  /** Around what a plane has here and in all children. */
  final List<Optional<Box>> bounds = new ArrayList<>();

  private final Optional<Box> everything;

  /** The placement and the element that each box of the index is around. */
  private final int[] indexed;

  private final BoxIndex index;
  private final Map<Inner, Integer> late = new HashMap<>();

  /** The nets that a parent knows. */
  final BitSet pins = new BitSet();

  /** For each plane of nets and each of its pieces, the net. */
  int[][] netOfPiece = new int[0][];

  int nets;
  final List<Device> devices = new ArrayList<>();
  final Map<Integer, List<String>> names = new HashMap<>();
  final List<Finding> findings = new ArrayList<>();

  private record Inner(Placement placement, int element, int net) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Inner i
          && placement == i.placement
          && element == i.element
          && net == i.net;
    }

    @Override
    public int hashCode() {
      return 31 * (31 * System.identityHashCode(placement) + element) + net;
    }
  }

  /** Takes what is found, and the number of its net on demand. */
  interface Found {
    void at(Tile tile, IntSupplier net);
  }

  /** Takes elements of placements. */
  interface Elements {
    void at(Placement placement, int element);
  }

  CellWork(String name, Plane[] planes, List<Placement> placements, Effort effort) {
    this.name = name;
    this.planes = planes;
    this.placements = placements;
    this.effort = effort;
    for (int i = 0; i < planes.length; i++) {
      bounds.add(boundsOf(i));
    }
    everything = bounds.stream().reduce(Optional.empty(), CellWork::union);
    IntList elements = new IntList();
    index = BoxIndex.of(boxes(elements));
    indexed = elements.toArray();
  }

  /** Around each grid, and around each element of other repetitions. */
  private int[] boxes(IntList elements) {
    IntList boxes = new IntList();
    for (int i = 0; i < placements.size(); i++) {
      Placement p = placements.get(i);
      Box all = p.child.everything().orElseThrow();
      if (p.places.isGrid()) {
        elements.add(i).add(Placement.ALL);
        add(p.around(all), boxes);
      } else {
        for (int k = 0; k < p.count(); k++) {
          elements.add(i).add(k);
          add(p.placed(k, all), boxes);
        }
      }
    }
    return boxes.toArray();
  }

  private static void add(Box b, IntList boxes) {
    boxes.add(b.left()).add(b.bottom()).add(b.right()).add(b.top());
  }

  private Optional<Box> boundsOf(int plane) {
    Optional<Box> all = planes[plane].bounds();
    for (Placement p : placements) {
      Optional<Box> inside = p.child.bounds.get(plane);
      if (inside.isPresent()) {
        all = union(all, Optional.of(p.around(inside.get())));
      }
    }
    return all;
  }

  static Optional<Box> union(Optional<Box> a, Optional<Box> b) {
    return a.isEmpty() ? b : b.isEmpty() ? a : Optional.of(a.get().union(b.get()));
  }

  /** Around all planes. */
  Optional<Box> everything() {
    return everything;
  }

  /** Whether nothing of a plane, here and in all children, can touch {@code window}. */
  boolean isNothingAt(int plane, Box window) {
    Optional<Box> box = bounds.get(plane);
    return box.isEmpty() || !box.get().touches(window);
  }

  boolean isAnything() {
    return everything.isPresent();
  }

  /** Takes a placement by its number, and which of its elements may be meant. */
  interface Near {
    void at(int placement, int element);
  }

  /** What is placed with anything near {@code window}: elements, or grids as a whole. */
  void near(Box window, Near found) {
    if (!placements.isEmpty()) {
      index.find(window, n -> found.at(indexed[2 * n], indexed[2 * n + 1]));
    }
  }

  /** The elements that have something of a plane near {@code window}. */
  void elements(int plane, Box window, Elements found) {
    near(
        window,
        (i, e) -> {
          Placement p = placements.get(i);
          p.child
              .bounds
              .get(plane)
              .ifPresent(box -> p.touching(e, box, window, k -> found.at(p, k)));
        });
  }

  /** The tiles of a plane, here and in all children, whose boxes touch {@code window}. */
  void find(int plane, Box window, Found found) {
    Search.all(this, plane, window, found);
  }

  /** The tiles of a plane in one element. */
  void find(Placement p, int k, int plane, Box window, Found found) {
    p.child.find(
        plane,
        p.unplaced(k, window),
        (tile, net) -> found.at(p.placed(k, tile), () -> net(p, k, net.getAsInt())));
  }

  /** The net here of a net of an element, which has a number from now on. */
  int net(Placement p, int element, int net) {
    return known(p, element, net)
        .orElseGet(
            () -> {
              p.child.pins.set(net);
              late.put(new Inner(p, element, net), nets);
              return nets++;
            });
  }

  /** The net here of a net of an element, if it has a number. */
  Optional<Integer> known(Placement p, int element, int net) {
    int slot = Arrays.binarySearch(p.slots, net);
    if (slot >= 0 && p.nets[element * p.slots.length + slot] >= 0) {
      return Optional.of(p.nets[element * p.slots.length + slot]);
    }
    return Optional.ofNullable(late.get(new Inner(p, element, net)));
  }
}
