package pnnc.crossbar.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pnnc.crossbar.CrossbarSettings.Storage;

/**
 * Which bit lines of a tile hold which weights, from the left. Output {@code o} has as many values
 * as there are slices, {@code o · slices + s}, the coarsest first:
 *
 * <pre>
 * differential    + − + − + − + −        value v is read from line 2v against line 2v + 1
 * offset          v v v r v v v          every value against the reference in the middle
 * </pre>
 *
 * The middle keeps the reference near to what is read against it, since lines lose current along
 * their way. Spares are the last lines; one that nobody reads is held at ground as the others are.
 * Immutable.
 */
final class BitLines {
  private final Storage storage;
  private final int outs;
  private final int[] places;

  private BitLines(Storage storage, int outs, int[] places) {
    this.storage = storage;
    this.outs = outs;
    this.places = places;
  }

  /** The lines of a tile of {@code outs} outputs, none of them moved. */
  static BitLines of(Storage storage, int outs) {
    int used = storage.columns(outs) - storage.spares();
    return new BitLines(storage, outs, IntStream.range(0, used).toArray());
  }

  /** How many there are, spares among them. */
  int count() {
    return storage.columns(outs);
  }

  /** How many outputs there are. */
  int outs() {
    return outs;
  }

  /** How many values each output has. */
  int slices() {
    return storage.slices();
  }

  /** How many values there are: outputs by slices. */
  int values() {
    return outs * storage.slices();
  }

  /** The line that a value is read from. */
  int plus(int value) {
    boolean isBeyond = value >= values() / 2;
    return places[storage.isOffset() ? (isBeyond ? value + 1 : value) : 2 * value];
  }

  /** The line that a value is read against. */
  int minus(int value) {
    return places[storage.isOffset() ? values() / 2 : 2 * value + 1];
  }

  /** The same with another line in place of line {@code from}. */
  BitLines moved(int from, int to) {
    return new BitLines(
        storage, outs, Arrays.stream(places).map(place -> place == from ? to : place).toArray());
  }

  /** How many lines are not where they were at first. */
  int moves() {
    return (int) IntStream.range(0, places.length).filter(k -> places[k] != k).count();
  }

  /** The lines that hold nothing, ascending. */
  List<Integer> spares() {
    Set<Integer> used = Arrays.stream(places).boxed().collect(Collectors.toSet());
    return IntStream.range(0, count()).filter(line -> !used.contains(line)).boxed().toList();
  }
}
