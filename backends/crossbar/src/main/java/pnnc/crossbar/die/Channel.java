package pnnc.crossbar.die;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The wires of one row of the die, in a channel below it: supplies lowest, then a track for each
 * signal that needs one of its own. Trunks run to the left border, those that speak to one box of
 * the right half to the right; the drops of a box all run down to the foot of the channel.
 *
 * <pre>
 *        │ │ │ box    │ │ │ box
 *    out0├─┼─┼────────●─┼─┼──
 *    in0 ├─●─┼────────┼─┼─┼──
 *    clk ├─┼─●────────┼─●─┼──
 *    sel ├─┼─┼─●      ●───┼──┤ sel
 *    vdd ╞═╪═╪════════╪═╪═╪══
 * </pre>
 *
 * All lengths in dbu.
 */
final class Channel {
  private final int row;
  private final List<Placed> boxes;
  private final BusWires wires;
  private final long left;
  private final long right;
  private final Occupied occupied;
  private final Map<String, Integer> tracks = new LinkedHashMap<>();
  private final Map<String, LeftEdge.Wire> nets = new LinkedHashMap<>();
  private final int count;

  /**
   * A bus and where it is.
   *
   * @param unit whose box has it
   * @param x where its span begins
   * @param above from the top of the channel to the box
   */
  record Placed(String unit, BlockBus bus, long x, long above) {}

  /**
   * The channel of row {@code row}.
   *
   * @param boxes from left to right
   * @param left where ports of the die are
   * @param right where others are
   * @param occupied learns where the wires are
   */
  Channel(int row, List<Placed> boxes, BusWires wires, long left, long right, Occupied occupied) {
    this.occupied = occupied;
    this.row = row;
    this.boxes = List.copyOf(boxes);
    this.wires = wires;
    this.left = left;
    this.right = right;
    for (Placed box : boxes) {
      for (int k = 0; k < box.bus.signals(); k++) {
        join(box, box.bus.signal(k), box.x + wires.signalAt(k));
      }
    }
    int[] found = LeftEdge.tracks(new ArrayList<>(nets.values()), wires.pitch());
    int most = -1;
    int net = 0;
    for (String name : nets.keySet()) {
      tracks.put(name, found[net]);
      most = Math.max(most, found[net]);
      net++;
    }
    this.count = most + 1;
  }

  private void join(Placed box, String signal, long x) {
    boolean isFar = signal.equals(BlockBus.SELECT) && x > (left + right) / 2;
    LeftEdge.Wire wire =
        isFar
            ? new LeftEdge.Wire(x - wires.reach(), right)
            : new LeftEdge.Wire(left, x + wires.reach());
    nets.merge(
        box.bus.net(row, box.unit, signal),
        wire,
        (a, b) -> new LeftEdge.Wire(Math.min(a.from(), b.from()), Math.max(a.to(), b.to())));
  }

  /** Of all its tracks, and what keeps them from what is above. */
  long height() {
    return trackAt(count) - wires.width() / 2;
  }

  private long trackAt(int track) {
    long straps = wires.strapAt(BlockBus.SUPPLIES.size() - 1);
    return straps + wires.fromStraps() + track * wires.pitch();
  }

  /** Draws trunks, drops and the die's ports into the open cell of the die. */
  void draw(long bottom) {
    nets.forEach((name, wire) -> drawTrunk(name, wire, bottom + trackAt(tracks.get(name))));
    for (int k = 0; k < BlockBus.SUPPLIES.size(); k++) {
      drawSupply(k, bottom);
    }
    for (Placed box : boxes) {
      long top = bottom + height() + box.above;
      wires.drops(box.x + wires.signalAt(0), bottom, top, box.bus.signals());
      drawCuts(box, bottom);
      for (int k = 0; k < BlockBus.SUPPLIES.size(); k++) {
        wires.strap(box.x + wires.strapAt(k), bottom, top);
        wires.strapCuts(box.x + wires.strapAt(k), bottom + wires.strapAt(k));
      }
      long end = box.x + wires.span(box.bus);
      occupied.add(BusWires.DROP, box.x, bottom, end, top + ConverterBlocks.STUB);
    }
  }

  private void drawTrunk(String name, LeftEdge.Wire wire, long y) {
    trunk(wire.from(), wire.to(), y, wires.width());
    long end = wire.from() == left ? left + wires.width() / 2 : right - wires.width() / 2;
    wires.diePort(name, end, y, wires.width());
  }

  private void drawSupply(int number, long bottom) {
    String net = "row" + row + "." + BlockBus.SUPPLIES.get(number);
    long to = 0;
    for (Placed box : boxes) {
      to = Math.max(to, box.x + wires.strapAt(number) + BusWires.STRAP / 2);
    }
    long y = bottom + wires.strapAt(number);
    trunk(left, to, y, BusWires.STRAP);
    wires.diePort(net, left + BusWires.STRAP / 2, y, BusWires.STRAP);
  }

  private void trunk(long from, long to, long y, long wide) {
    wires.trunk(from, to, y, wide);
    occupied.add(BusWires.TRUNK, from, y - wide / 2, to, y + wide / 2);
  }

  /** Cuts of one box, those in one slanted line at once. */
  private void drawCuts(Placed box, long bottom) {
    int signals = box.bus.signals();
    int from = 0;
    while (from < signals) {
      int step = from + 1 < signals ? track(box, from + 1) - track(box, from) : 0;
      int to = from + 1;
      while (to < signals && track(box, to) - track(box, to - 1) == step) {
        to++;
      }
      long x = box.x + wires.signalAt(from);
      wires.cuts(x, bottom + trackAt(track(box, from)), to - from, step * wires.pitch());
      from = to;
    }
  }

  private int track(Placed box, int signal) {
    return tracks.get(box.bus.net(row, box.unit, box.bus.signal(signal)));
  }
}
