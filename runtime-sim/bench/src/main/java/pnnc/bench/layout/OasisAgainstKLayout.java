package pnnc.bench.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Runs {@link OasisBenchmark}, then KLayout, which takes the same drawings and writes and reads
 * them with all its settings. Both write from memory to files and read files into memory.
 *
 * <p>Prints a line for each file of ours: its size over KLayout's smallest of that drawing, and how
 * many times as long as ours KLayout takes, in medians: with the setting that makes its smallest
 * file, and in brackets with its fastest setting, whatever the size. {@code PLAIN} has a record for
 * each thing: both read that very file, and KLayout's writing is that with level 0 and no blocks.
 */
public final class OasisAgainstKLayout {
  /** What KLayout does of a drawing in one setting: seconds and bytes. */
  private record Theirs(String drawing, String setting, double write, long size, double read) {
    static Theirs of(String line) {
      String[] words = line.split(" ", -1);
      return new Theirs(
          words[0],
          words[1],
          Double.parseDouble(words[2]),
          Long.parseLong(words[3]),
          Double.parseDouble(words[4]));
    }
  }

  private final KLayout klayout;
  private final Map<String, Double> ours;

  private OasisAgainstKLayout(KLayout klayout, Map<String, Double> ours) {
    this.klayout = klayout;
    this.ours = ours;
  }

  /** Takes no arguments. */
  public static void main(String[] arguments) throws Exception {
    try (KLayout klayout = new KLayout()) {
      Map<String, Double> ours = Timing.medians(OasisBenchmark.class, klayout.folder());
      new OasisAgainstKLayout(klayout, ours).compare();
    }
  }

  private void compare() throws IOException, InterruptedException {
    String cases =
        Arrays.stream(OasisCase.values()).map(Enum::name).collect(Collectors.joining(","));
    List<Theirs> all = klayout.run("oasis.py", "cases=" + cases).stream().map(Theirs::of).toList();
    all.forEach(
        t ->
            System.out.printf(
                "KLayout %-10s %-5s %9d bytes, write %7.1f ms, read %7.1f ms%n",
                t.drawing, t.setting, t.size, t.write * 1e3, t.read * 1e3));
    System.out.println(
        "drawing    form         bytes   size  write ms     ratio           read ms     ratio");
    for (OasisCase drawing : OasisCase.values()) {
      List<Theirs> theirs = all.stream().filter(t -> t.drawing.equals(drawing.name())).toList();
      for (OasisForm form : OasisForm.values()) {
        print(drawing, form, theirs);
      }
    }
  }

  private void print(OasisCase drawing, OasisForm form, List<Theirs> theirs) throws IOException {
    List<Theirs> settings = theirs.stream().filter(t -> !t.setting.equals("plain")).toList();
    Theirs best = least(settings, t -> t.size);
    boolean isPlain = form == OasisForm.PLAIN;
    Theirs writer = isPlain ? of(theirs, "l0c0") : best;
    Theirs reader = isPlain ? of(theirs, "plain") : best;
    long size = Files.size(klayout.folder().resolve(OasisBenchmark.name(drawing, form)));
    double write = ours.get("%s %s write".formatted(drawing, form));
    double read = ours.get("%s %s read".formatted(drawing, form));
    System.out.printf(
        "%-10s %-8s %9d  %5.2f  %8.1f %6.1f (%6.1f)  %8.1f %6.1f (%6.1f)%n",
        drawing,
        form,
        size,
        (double) size / best.size,
        write * 1e3,
        writer.write / write,
        least(settings, t -> t.write).write / write,
        read * 1e3,
        reader.read / read,
        least(settings, t -> t.read).read / read);
  }

  private static Theirs of(List<Theirs> theirs, String setting) {
    return theirs.stream().filter(t -> t.setting.equals(setting)).findFirst().orElseThrow();
  }

  private static Theirs least(List<Theirs> theirs, ToDoubleFunction<Theirs> what) {
    return theirs.stream().min(Comparator.comparingDouble(what)).orElseThrow();
  }
}
