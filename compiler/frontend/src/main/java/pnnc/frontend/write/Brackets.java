package pnnc.frontend.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import pnnc.base.bytes.Blob;
import pnnc.base.shape.Dim;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

/** One place along an axis, cut out and squeezed: {@code x[.., 1]}. */
final class Brackets {
  /** The layer that stands for brackets behind its input. */
  static final String BRACKETS = "[]";

  static final String INDICES = "at";
  private static final String ALL = "..";

  private Brackets() {}

  static boolean apply(Node node, Site site) {
    Optional<long[]> axes =
        node.is("Squeeze")
            ? node.integers("axes").or(() -> site.longs(node.input(1)))
            : Optional.empty();
    if (axes.isEmpty()) {
      return false;
    }
    return site.producer(node.input(0), "Slice")
            .filter(s -> sliced(node, s, axes.get(), site))
            .isPresent()
        || site.producer(node.input(0), "Split")
            .filter(s -> split(node, s, axes.get(), site))
            .isPresent();
  }

  private static boolean sliced(Node node, Node slice, long[] squeezed, Site site) {
    Value x = slice.input(0);
    int rank = site.rank(x);
    Optional<long[]> starts = site.longs(slice.input(1));
    Optional<long[]> ends = site.longs(slice.input(2));
    Optional<long[]> steps = site.longs(slice.input(4));
    if (rank < 1 || starts.isEmpty() || ends.isEmpty()) {
      return false;
    }
    if (slice.input(4).isPresent() && !steps.filter(Brackets::isOnes).isPresent()) {
      return false;
    }
    long[] all = LongStream.range(0, starts.get().length).toArray();
    Optional<long[]> axes =
        slice.input(3).isPresent() ? site.longs(slice.input(3)) : Optional.of(all);
    if (axes.isEmpty()) {
      return false;
    }
    List<Long> gone = Arrays.stream(squeezed).map(a -> a < 0 ? a + rank : a).boxed().toList();
    List<String> indices = new ArrayList<>(Collections.nCopies(rank, ALL));
    for (int i = 0; i < axes.get().length; i++) {
      long axis = axes.get()[i] < 0 ? axes.get()[i] + rank : axes.get()[i];
      long from = starts.get()[i];
      long to = ends.get()[i];
      boolean single = to == from + 1 || (from == -1 && to >= Integer.MAX_VALUE);
      if (gone.contains(axis) && single) {
        indices.set((int) axis, Literals.whole(from));
      } else if (from != 0 || to < Integer.MAX_VALUE) {
        if (!isWhole(from, to, site.shape(x).orElseThrow().dim((int) axis))) {
          return false;
        }
      }
    }
    boolean each = gone.stream().noneMatch(a -> indices.get(a.intValue()).equals(ALL));
    return each && replace(node, x, indices, site);
  }

  private static boolean isWhole(long from, long to, Dim size) {
    return from == 0 && size.size().isPresent() && to >= size.size().getAsLong();
  }

  private static boolean isOnes(long... steps) {
    return Arrays.stream(steps).allMatch(s -> s == 1);
  }

  private static boolean split(Node node, Node split, long[] squeezed, Site site) {
    int rank = site.rank(split.input(0));
    long axis = split.integer("axis", 0);
    long front = axis < 0 ? axis + rank : axis;
    boolean single =
        rank > 0
            && squeezed.length == 1
            && (squeezed[0] < 0 ? squeezed[0] + rank : squeezed[0]) == front
            && site.shape(split.input(0))
                .map(s -> s.dim((int) front).is(split.outputs().size()))
                .orElse(false)
            && site.longs(split.input(1)).map(Brackets::isOnes).orElse(!split.input(1).isPresent());
    if (!single) {
      return false;
    }
    List<String> indices = new ArrayList<>(Collections.nCopies((int) front, ALL));
    indices.add(Integer.toString(split.outputs().indexOf(node.input(0))));
    return replace(node, split.input(0), indices, site);
  }

  private static boolean replace(Node node, Value x, List<String> indices, Site site) {
    List<String> shown = new ArrayList<>(indices);
    while (shown.get(shown.size() - 1).equals(ALL)) {
      shown.remove(shown.size() - 1);
    }
    List<Blob> words =
        shown.stream().map(s -> ((Attribute.StringValue) Attribute.of(s)).bytes()).toList();
    return site.replace(node, BRACKETS, List.of(x), Map.of(INDICES, new Attribute.Strings(words)));
  }
}
