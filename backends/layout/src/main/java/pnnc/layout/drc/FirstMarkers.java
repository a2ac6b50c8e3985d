package pnnc.layout.drc;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Counts markers, each given once, and keeps the first of them in their order. */
final class FirstMarkers implements Consumer<Marker> {
  private final int limit;
  private final TreeSet<Marker> first = new TreeSet<>(FlatCheck.ORDER);
  private long total;

  /** Keeps up to {@code limit}. */
  FirstMarkers(int limit) {
    this.limit = limit;
  }

  @Override
  public void accept(Marker marker) {
    total++;
    if (first.size() < limit) {
      first.add(marker);
    } else if (limit > 0 && FlatCheck.ORDER.compare(marker, first.last()) < 0) {
      first.pollLast();
      first.add(marker);
    }
  }

  /** The first, in order. */
  List<Marker> first() {
    return List.copyOf(first);
  }

  /** How many there were. */
  long total() {
    return total;
  }
}
