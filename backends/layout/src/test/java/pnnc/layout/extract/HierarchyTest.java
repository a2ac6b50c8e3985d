package pnnc.layout.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.process.ProcessRules;
import pnnc.layout.geometry.Box;
import pnnc.layout.model.Layout;
import pnnc.layout.region.BoxIndex;
import pnnc.layout.region.RegionBuilder;

/** What is extracted cell by cell, seen from the top, is what is extracted flat. */
class HierarchyTest {
  private int instances;
  private int devices;

  @ParameterizedTest
  @ValueSource(ints = {0, 200, 400, 600})
  void cellsInCellsAreTheSameAsFlat(int from) {
    for (int seed = from; seed < from + 30; seed++) {
      List<String> masks = seed % 3 == 0 ? List.of("met1", "via", "met2", "mem") : Processes.MASKS;
      check(seed, RandomHierarchy.make(seed, masks));
    }
    assertThat(instances).isGreaterThan(100);
    assertThat(devices).isGreaterThan(100);
  }

  private void check(int seed, Layout layout) {
    ProcessRules process = Processes.small();
    Extraction cells = Extraction.of(layout, process, "top");
    Flattened ours = Flattened.of(cells);
    Flattened flat = Flattened.of(Extraction.flat(layout, process, "top"));
    assertThat(shapes(ours)).as("shapes, seed %d", seed).isEqualTo(shapes(flat));
    Map<Integer, Integer> nets = netsOf(seed, ours, flat);
    assertThat(parts(ours, nets)).as("devices, seed %d", seed).isEqualTo(parts(flat, Map.of()));
    cells.top().instances().forEach(i -> instances += (int) i.kept().count());
    devices += flat.parts.size();
  }

  private static Map<String, List<Box>> shapes(Flattened f) {
    Map<String, RegionBuilder> all = new TreeMap<>();
    f.wires.forEach(w -> all.computeIfAbsent(w.mask(), m -> new RegionBuilder()).box(w.box()));
    Map<String, List<Box>> shapes = new TreeMap<>();
    all.forEach((m, b) -> shapes.put(m, b.build().boxes()));
    return shapes;
  }

  /** Which flat net each net is; fails unless that is one to one. */
  private static Map<Integer, Integer> netsOf(int seed, Flattened ours, Flattened flat) {
    int[] boxes = new int[4 * flat.wires.size()];
    for (int i = 0; i < flat.wires.size(); i++) {
      Box b = flat.wires.get(i).box();
      System.arraycopy(new int[] {b.left(), b.bottom(), b.right(), b.top()}, 0, boxes, 4 * i, 4);
    }
    BoxIndex index = BoxIndex.of(boxes);
    Map<Integer, Integer> to = new HashMap<>();
    Map<Integer, Integer> back = new HashMap<>();
    for (Flattened.Wire w : ours.wires) {
      index.find(
          w.box(),
          i -> {
            Flattened.Wire f = flat.wires.get(i);
            if (f.mask().equals(w.mask()) && new Tile(f.box()).overlaps(new Tile(w.box()))) {
              if (to.merge(w.net(), f.net(), (x, y) -> x) != f.net()
                  || back.merge(f.net(), w.net(), (x, y) -> x) != w.net()) {
                fail("seed %d: nets are not one to one: %s %s", seed, w, f);
              }
            }
          });
    }
    return to;
  }

  /** Devices by place; nets without wires have none of their own number. */
  private static List<String> parts(Flattened f, Map<Integer, Integer> nets) {
    List<String> all = new ArrayList<>();
    boolean[] hasWire = new boolean[f.nets];
    f.wires.forEach(w -> hasWire[w.net()] = true);
    for (Flattened.Part p : f.parts) {
      Map<String, List<Integer>> terminals = new TreeMap<>();
      p.terminals()
          .forEach(
              (mask, ends) ->
                  terminals.put(
                      mask,
                      new ArrayList<>(
                          ends.stream()
                              .map(n -> n < 0 || !hasWire[n] ? -1 : nets.getOrDefault(n, n))
                              .sorted()
                              .toList())));
      all.add(p.rule() + p.body() + terminals);
    }
    all.sort(Comparator.naturalOrder());
    return Collections.unmodifiableList(all);
  }
}
