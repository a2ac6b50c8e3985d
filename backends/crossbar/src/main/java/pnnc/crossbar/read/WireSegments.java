package pnnc.crossbar.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import pnnc.base.process.ProcessRules;
import pnnc.layout.geometry.Point;

/** The lines of a tile, cut where cells leave them. */
final class WireSegments {
  private final ProcessRules process;
  private final List<TileReader.Crossing> crossings;

  WireSegments(ProcessRules process, List<TileReader.Crossing> crossings) {
    this.process = process;
    this.crossings = crossings;
  }

  /** The lines in the order in which they are drawn; those without cells last. */
  static int[] order(
      List<TileReader.Crossing> crossings,
      Lines lines,
      Function<TileReader.Crossing, Integer> line,
      Function<TileReader.Crossing, Long> place) {
    long[] at = new long[lines.count()];
    Arrays.fill(at, Long.MAX_VALUE);
    for (TileReader.Crossing c : crossings) {
      at[line.apply(c)] = Math.min(at[line.apply(c)], place.apply(c));
    }
    return IntStream.range(0, at.length)
        .boxed()
        .sorted(Comparator.comparingLong(k -> at[k]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Takes the resistance of the segment before a crossing. */
  interface Sink {
    void put(TileReader.Crossing crossing, double ohms);
  }

  /** Cuts each line at its crossings, from its port on. */
  void cut(
      Sink into,
      Lines lines,
      Function<TileReader.Crossing, Integer> line,
      Function<TileReader.Crossing, Point> tap,
      String mask) {
    double sheet = process.mask(mask).sheetOhms().orElse(0);
    List<List<TileReader.Crossing>> perLine = new ArrayList<>();
    IntStream.range(0, lines.count()).forEach(k -> perLine.add(new ArrayList<>()));
    crossings.forEach(c -> perLine.get(line.apply(c)).add(c));
    for (int k = 0; k < lines.count(); k++) {
      LineProfile profile = lines.profile(k);
      perLine.get(k).sort(Comparator.comparingLong(c -> lines.along(tap.apply(c))));
      long from = Long.MIN_VALUE;
      for (TileReader.Crossing c : perLine.get(k)) {
        long to = lines.along(tap.apply(c));
        into.put(c, sheet * profile.between(from, to));
        from = to;
      }
    }
  }
}
