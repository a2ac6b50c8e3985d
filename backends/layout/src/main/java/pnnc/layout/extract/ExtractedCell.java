package pnnc.layout.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import pnnc.layout.geometry.Point;
import pnnc.layout.region.Polygon;
import pnnc.layout.region.Region;
import pnnc.layout.region.RegionBuilder;

/**
 * The nets and devices of a cell, the same wherever it is placed. Nets are numbered from 0; those
 * of a child that nothing here touches have no number here.
 */
public final class ExtractedCell {
  private final Stack stack;
  private final CellWork work;
  private List<List<int[]>> piecesOf;

  ExtractedCell(Stack stack, CellWork work) {
    this.stack = stack;
    this.work = work;
  }

  public String name() {
    return work.name;
  }

  /** How many nets it has. */
  public int nets() {
    return work.nets;
  }

  /** The labels on a net, in alphabetical order. */
  public List<String> names(int net) {
    return work.names.getOrDefault(net, List.of());
  }

  /** The net with a label; the one of the least number if the label is on several. */
  public OptionalInt net(String label) {
    return work.names.entrySet().stream()
        .filter(e -> e.getValue().contains(label))
        .mapToInt(Map.Entry::getKey)
        .min();
  }

  /** The nets that are part of a net of a cell in which this is placed, in order. */
  public int[] pins() {
    return work.pins.stream().toArray();
  }

  /** Those of its own shapes, by rule, then by place. */
  public List<Device> devices() {
    return List.copyOf(work.devices);
  }

  /** What it places, if that has anything that conducts or makes devices. */
  public List<Instance> instances() {
    return work.placements.stream().map(p -> new Instance(p, work)).toList();
  }

  /** What cannot be meant, of this cell alone. */
  public List<Finding> findings() {
    return List.copyOf(work.findings);
  }

  /**
   * The net of the cell's own shapes or of its children at a point of a mask; none beside wires.
   */
  public OptionalInt netAt(String mask, Point p) {
    return new DrawnCell(stack, work).netAt(mask, p);
  }

  /**
   * The cell's own shapes of a net by mask, without what devices interrupt; cuts are among them.
   * Shapes of children are found there.
   */
  public Map<String, Region> wires(int net) {
    Map<String, RegionBuilder> shapes = new TreeMap<>();
    if (net < pieces().size()) {
      for (int[] piece : pieces().get(net)) {
        Polygon polygon = work.planes[piece[0]].pieces().get(piece[1]);
        shapes.computeIfAbsent(stack.mask(piece[0]), m -> new RegionBuilder()).polygon(polygon);
      }
    }
    Map<String, Region> wires = new TreeMap<>();
    shapes.forEach((mask, builder) -> wires.put(mask, builder.build()));
    return wires;
  }

  private List<List<int[]>> pieces() {
    if (piecesOf == null) {
      List<List<int[]>> all = new ArrayList<>();
      for (int plane = 0; plane < stack.conductors(); plane++) {
        int[] nets = work.netOfPiece[plane];
        for (int piece = 0; piece < nets.length; piece++) {
          while (all.size() <= nets[piece]) {
            all.add(new ArrayList<>(1));
          }
          all.get(nets[piece]).add(new int[] {plane, piece});
        }
      }
      piecesOf = all;
    }
    return piecesOf;
  }

  @Override
  public String toString() {
    return "%s: %d nets, %d devices, %d instances"
        .formatted(name(), nets(), work.devices.size(), work.placements.size());
  }
}
