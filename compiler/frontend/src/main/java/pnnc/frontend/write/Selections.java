package pnnc.frontend.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pnnc.base.shape.Dim;
import pnnc.ir.network.Node;

/** Gather of one place and Slice as brackets: {@code x[.., 0]}, {@code x[.., 2 .. 5]}. */
final class Selections {
  private static final String ALL = "..";

  private final Operands operands;

  Selections(Operands operands) {
    this.operands = operands;
  }

  static boolean isSelection(Node node) {
    return node.is("Gather") || node.is("Slice");
  }

  /** The brackets; empty if the operator has to be named. */
  Optional<Code> of(Node node) {
    boolean isTensor =
        operands.isRuntime(node.input(0)) || operands.fileName(node.input(0)).isPresent();
    if (!isSelection(node) || !isTensor) {
      return Optional.empty();
    }
    int rank = operands.rank(node.input(0));
    if (rank < 1) {
      return Optional.empty();
    }
    return node.is("Gather") ? gather(node, rank) : slice(node, rank);
  }

  private Optional<Code> gather(Node node, int rank) {
    long axis = node.integer("axis", 0);
    int front = (int) (axis < 0 ? axis + rank : axis);
    OptionalLong index = operands.whole(node.input(1));
    if (index.isEmpty() || operands.rank(node.input(1)) != 0) {
      return Optional.empty();
    }
    List<String> indices = new ArrayList<>(Collections.nCopies(front, ALL));
    indices.add(Literals.whole(index.getAsLong()));
    return Optional.of(brackets(node, indices));
  }

  private Code brackets(Node node, List<String> indices) {
    String of = operands.weight(node.input(0)).within(Code.POSTFIX);
    return Code.postfix(of + "[" + String.join(", ", indices) + "]");
  }

  private Optional<Code> slice(Node node, int rank) {
    Optional<long[]> starts = operands.longs(node.input(1));
    Optional<List<String>> ends = operands.sizes(node.input(2));
    Optional<long[]> axes = operands.longs(node.input(3));
    Optional<long[]> steps = operands.longs(node.input(4));
    boolean known =
        starts.isPresent()
            && ends.isPresent()
            && axes.isPresent()
            && (!node.input(4).isPresent() || steps.isPresent());
    if (!known) {
      return Optional.empty();
    }
    List<String> indices = new ArrayList<>(Collections.nCopies(rank, ALL));
    for (int i = 0; i < axes.get().length; i++) {
      long axis = axes.get()[i];
      int front = (int) (axis < 0 ? axis + rank : axis);
      long step = steps.isPresent() ? steps.get()[i] : 1;
      if (step < 1 || front < 0 || front >= rank || !indices.get(front).equals(ALL)) {
        return Optional.empty();
      }
      long start = starts.get()[i];
      String end = ends.get().get(i);
      if (!isInside(operands.shape(node.input(0)).orElseThrow().dim(front), start, end)) {
        return Optional.empty();
      }
      indices.set(front, range(start, end, step));
    }
    while (!indices.isEmpty() && indices.get(indices.size() - 1).equals(ALL)) {
      indices.remove(indices.size() - 1);
    }
    return indices.isEmpty() ? Optional.empty() : Optional.of(brackets(node, indices));
  }

  /** ONNX cuts ranges down to the axis and takes nothing of those that run backwards. */
  private static boolean isInside(Dim axis, long from, String to) {
    if (!(axis instanceof Dim.Known known) || !to.matches("-?[0-9]+")) {
      return true;
    }
    long size = known.value();
    long start = from < 0 ? from + size : from;
    long last = Long.parseLong(to);
    long end = last >= Integer.MAX_VALUE ? size : last < 0 ? last + size : last;
    return 0 <= start && start <= end && end <= size;
  }

  private static String range(long from, String to, long step) {
    String start = Literals.whole(from);
    if (step != 1) {
      return start + " .. " + to + " by " + step;
    }
    boolean toEnd = to.matches("[0-9]+") && Long.parseLong(to) >= Integer.MAX_VALUE;
    return toEnd ? (from == 0 ? ALL : start + " ..") : start + " .. " + to;
  }
}
