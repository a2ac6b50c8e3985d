package pnnc.ir.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pnnc.base.diagnostics.CompilerBug;

/**
 * Sorts operations so that each comes after those it needs, keeping the given order where that is
 * free. Takes time in proportion to operations and uses; needs no deep stack.
 */
final class TopologicalOrder {
  private final List<Node> nodes;
  private final Map<Value, Node> producers;
  private final Set<Node> done = new HashSet<>();
  private final Set<Node> open = new HashSet<>();
  private final List<Node> sorted = new ArrayList<>();

  TopologicalOrder(List<Node> nodes, Map<Value, Node> producers) {
    this.nodes = nodes;
    this.producers = producers;
  }

  /**
   * The nodes in order.
   *
   * @throws CompilerBug if they form a cycle
   */
  List<Node> sorted() {
    for (Node root : nodes) {
      emitWithNeeds(root);
    }
    return sorted;
  }

  private void emitWithNeeds(Node root) {
    Deque<Node> stack = new ArrayDeque<>();
    stack.push(root);
    while (!stack.isEmpty()) {
      Node node = stack.peek();
      if (done.contains(node)) {
        stack.pop();
      } else if (open.add(node)) {
        needs(node).forEach(stack::push);
      } else {
        stack.pop();
        open.remove(node);
        done.add(node);
        sorted.add(node);
      }
    }
  }

  /** Operations that {@code node} waits for, last first. */
  private List<Node> needs(Node node) {
    List<Node> needs = new ArrayList<>();
    for (Value used : node.uses()) {
      Node producer = producers.get(used);
      if (producer != null && !done.contains(producer)) {
        if (open.contains(producer)) {
          throw new CompilerBug("graph editor", "cycle through " + used);
        }
        needs.add(0, producer);
      }
    }
    return needs;
  }
}
