package pnnc.bench.layout;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs {@link GdsBenchmark}, then KLayout on the same files. Prints medians in shapes a second, and
 * how many times KLayout's they are; {@code sum} is reading without keeping. Both write from a
 * layout in memory.
 */
public final class GdsAgainstKLayout {
  private GdsAgainstKLayout() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws Exception {
    try (KLayout klayout = new KLayout()) {
      Map<String, Double> ours = Timing.medians(GdsBenchmark.class, klayout.folder());
      Map<String, Double> theirs = new TreeMap<>();
      for (String line : klayout.run("gds.py")) {
        List<String> words = List.of(line.split(" ", -1));
        theirs.put(words.get(0) + " " + words.get(1), Double.parseDouble(words.get(2)));
      }
      System.out.println("case                     pnnc /s   KLayout /s  ratio");
      ours.forEach((name, s) -> print(name, s, theirs.get(name.replace("sum", "read"))));
    }
  }

  private static void print(String name, double ours, double theirs) {
    System.out.printf(
        "%-22s %9.2e    %9.2e  %5.1f%n",
        name, Shapes.COUNT / ours, Shapes.COUNT / theirs, theirs / ours);
  }
}
