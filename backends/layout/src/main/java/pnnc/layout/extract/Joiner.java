package pnnc.layout.extract;

import java.util.Arrays;
import java.util.BitSet;

/** Turns contacts into nets. */
final class Joiner {
  private final CellWork cell;
  private final Contacts contacts;
  private final int[] firstNode;
  private final int[] firstOf;
  private UnionFind nodes = new UnionFind(0);

  private Joiner(CellWork cell, Contacts contacts, int[] firstNode) {
    this.cell = cell;
    this.contacts = contacts;
    this.firstNode = firstNode;
    this.firstOf = new int[cell.placements.size() + 1];
  }

  /** Fills in the nets of the cell's pieces and of what it places. */
  static void run(Stack stack, CellWork cell) {
    int[] firstNode = new int[stack.netPlanes() + 1];
    for (int i = 0; i < stack.netPlanes(); i++) {
      firstNode[i + 1] = firstNode[i] + cell.planes[i].pieces().size();
    }
    Contacts contacts = new Contacts(stack, cell, firstNode);
    contacts.find();
    Joiner joiner = new Joiner(cell, contacts, firstNode);
    joiner.slots();
    joiner.join();
    joiner.joinGrids();
    joiner.number();
  }

  private void slots() {
    BitSet[] used = new BitSet[cell.placements.size()];
    Arrays.setAll(used, i -> new BitSet());
    IntList all = contacts.contacts;
    for (int i = 0; i < all.size(); i += 3) {
      if (all.get(i) >= 0) {
        used[all.get(i)].set(all.get(i + 2));
      }
    }
    for (int i = 0; i < contacts.inGrids.size(); i += 5) {
      used[contacts.inGrids.get(i)].set(contacts.inGrids.get(i + 3));
      used[contacts.inGrids.get(i)].set(contacts.inGrids.get(i + 4));
    }
    firstOf[0] = firstNode[firstNode.length - 1];
    for (int i = 0; i < used.length; i++) {
      Placement p = cell.placements.get(i);
      p.slots = used[i].stream().toArray();
      p.child.pins.or(used[i]);
      long nodes = firstOf[i] + (long) p.count() * p.slots.length;
      cell.effort.nets(nodes);
      firstOf[i + 1] = Math.toIntExact(nodes);
    }
    nodes = new UnionFind(firstOf[used.length]);
  }

  private int node(int placement, int element, int net) {
    if (placement < 0) {
      return net;
    }
    int[] slots = cell.placements.get(placement).slots;
    return firstOf[placement] + element * slots.length + Arrays.binarySearch(slots, net);
  }

  private void join() {
    IntList all = contacts.contacts;
    for (int i = 0; i < all.size(); i += 6) {
      nodes.join(
          node(all.get(i), all.get(i + 1), all.get(i + 2)),
          node(all.get(i + 3), all.get(i + 4), all.get(i + 5)));
    }
  }

  private void joinGrids() {
    IntList all = contacts.inGrids;
    for (int n = 0; n < all.size(); n += 5) {
      int[] step = {all.get(n + 1), all.get(n + 2)};
      joinGrid(all.get(n), step, all.get(n + 3), all.get(n + 4));
    }
  }

  private void joinGrid(int placement, int[] step, int net, int other) {
    Placement p = cell.placements.get(placement);
    int columns = p.places.columns();
    for (int row = 0; row + step[1] < p.places.rows(); row++) {
      for (int i = Math.max(0, -step[0]); i < Math.min(columns, columns - step[0]); i++) {
        int k = row * columns + i;
        int l = k + step[1] * columns + step[0];
        if (!p.isGone(k) && !p.isGone(l)) {
          nodes.join(node(placement, k, net), node(placement, l, other));
        }
      }
    }
  }

  private void number() {
    int[] netOf = new int[nodes.size()];
    Arrays.fill(netOf, -1);
    BitSet isTouched = touched();
    cell.netOfPiece = new int[firstNode.length - 1][];
    for (int i = 0; i + 1 < firstNode.length; i++) {
      int[] nets = new int[firstNode[i + 1] - firstNode[i]];
      for (int j = 0; j < nets.length; j++) {
        nets[j] = net(netOf, firstNode[i] + j);
      }
      cell.netOfPiece[i] = nets;
    }
    for (int i = 0; i < cell.placements.size(); i++) {
      Placement p = cell.placements.get(i);
      p.nets = new int[p.count() * p.slots.length];
      for (int j = 0; j < p.nets.length; j++) {
        p.nets[j] = isTouched.get(firstOf[i] + j) ? net(netOf, firstOf[i] + j) : -1;
      }
    }
  }

  /** The nodes that are joined to others: a slot serves all elements, but not all use it. */
  private BitSet touched() {
    BitSet touched = new BitSet(nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.find(i) != i) {
        touched.set(i);
        touched.set(nodes.find(i));
      }
    }
    return touched;
  }

  private int net(int[] netOf, int node) {
    int root = nodes.find(node);
    if (netOf[root] < 0) {
      netOf[root] = cell.nets++;
    }
    return netOf[root];
  }
}
