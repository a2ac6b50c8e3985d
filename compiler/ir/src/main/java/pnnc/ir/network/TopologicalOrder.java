package pnnc.ir.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import pnnc.base.diagnostics.CompilerBug;

/**
 * Sorts operations so that each comes after those it needs, keeping the given order where that is
 * free. Takes time in proportion to operations and uses; needs no deep stack.
 */
final class TopologicalOrder {
  private final List<Node> nodes;
  private final Function<Node, List<Value>> uses;
  private final Map<Value, Node> producers;

  /** By {@link Node#id}. */
  private final Set<Value> done = new HashSet<>();

  /** By {@link Node#id}: begun, waiting for others. */
  private final Set<Value> open = new HashSet<>();

  private final List<Node> sorted = new ArrayList<>();

  TopologicalOrder(List<Node> nodes, Function<Node, List<Value>> uses, Map<Value, Node> producers) {
    this.nodes = nodes;
    this.uses = uses;
    this.producers = producers;
  }

  /**
   * The nodes in order.
   *
   * @throws CompilerBug if they form a cycle
   */
  List<Node> sorted() {
    for (Node root : nodes) {
      if (!emitAtOnce(root)) {
        emitWithNeeds(root);
      }
    }
    return sorted;
  }

  /** Most operations stand after those they need, and there is nothing to look for. */
  private boolean emitAtOnce(Node node) {
    for (Value used : uses.apply(node)) {
      Node producer = producers.get(used);
      if (producer != null && !done.contains(producer.id())) {
        return false;
      }
    }
    if (done.add(node.id())) {
      sorted.add(node);
    }
    return true;
  }

  private void emitWithNeeds(Node root) {
    Deque<Node> stack = new ArrayDeque<>();
    stack.push(root);
    while (!stack.isEmpty()) {
      Node node = stack.peek();
      if (done.contains(node.id())) {
        stack.pop();
      } else if (open.add(node.id())) {
        needs(node).forEach(stack::push);
      } else {
        stack.pop();
        open.remove(node.id());
        done.add(node.id());
        sorted.add(node);
      }
    }
  }

  /** Operations that {@code node} waits for, last first. */
  private List<Node> needs(Node node) {
    List<Node> needs = new ArrayList<>();
    for (Value used : uses.apply(node)) {
      Node producer = producers.get(used);
      if (producer != null && !done.contains(producer.id())) {
        if (open.contains(producer.id())) {
          throw new CompilerBug("graph editor", "cycle through " + used);
        }
        needs.add(producer);
      }
    }
    Collections.reverse(needs);
    return needs;
  }
}
