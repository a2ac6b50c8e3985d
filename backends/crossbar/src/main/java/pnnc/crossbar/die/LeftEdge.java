package pnnc.crossbar.die;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gives each wire along a channel a track, so that no two on a track come closer than a distance:
 * in the order of their left ends, each the lowest track that is free there. That takes as many
 * tracks as wires lie beside each other at the busiest place (Hashimoto and Stevens, 1971), since
 * no wire forbids another to be above it: drops are on a metal of their own.
 */
final class LeftEdge {
  private LeftEdge() {}

  /**
   * A wire.
   *
   * @param from left end, dbu
   * @param to right end, dbu, at least {@code from}
   */
  record Wire(long from, long to) {}

  /**
   * The track of each, from 0.
   *
   * @param apart least distance of two on one track, dbu
   */
  static int[] tracks(List<Wire> wires, long apart) {
    List<Integer> order =
        IntStream.range(0, wires.size())
            .boxed()
            .sorted(Comparator.comparingLong(k -> wires.get(k).from))
            .toList();
    int[] tracks = new int[wires.size()];
    List<Long> ends = new ArrayList<>();
    for (int k : order) {
      Wire wire = wires.get(k);
      int track = 0;
      while (track < ends.size() && ends.get(track) + apart > wire.from) {
        track++;
      }
      if (track == ends.size()) {
        ends.add(wire.to);
      } else {
        ends.set(track, wire.to);
      }
      tracks[k] = track;
    }
    return tracks;
  }
}
