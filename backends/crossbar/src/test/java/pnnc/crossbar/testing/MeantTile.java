package pnnc.crossbar.testing;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import pnnc.crossbar.cell.CrosspointCell;
import pnnc.ir.circuit.Reals;
import pnnc.ir.electrical.CrosspointArray;

/** A tile in {@code rom130} as lowering would make it. */
public final class MeantTile {
  private MeantTile() {}

  /** The array whose cells have these levels, with lines of no resistance. */
  public static CrosspointArray of(int[][] levels) {
    int columns = levels[0].length;
    int size = levels.length * columns;
    CrosspointCell cell = Processes.viaRom();
    Reals all = Reals.generate(size, k -> levels[k / columns][k % columns]);
    return new CrosspointArray(
        "cells",
        names("W", levels.length),
        names("B", columns),
        "cell",
        new CrosspointArray.Crosspoints(
            Reals.constant(size, 1),
            Reals.generate(size, k -> all.get(k) > 0 ? 1 : 0),
            all,
            Optional.of(Reals.generate(size, k -> cell.siemens((int) all.get(k))))),
        CrosspointArray.Wires.uniform(size, 0, 0),
        Optional.empty());
  }

  private static List<String> names(String letter, int count) {
    return IntStream.range(0, count).mapToObj(k -> letter + k).toList();
  }
}
