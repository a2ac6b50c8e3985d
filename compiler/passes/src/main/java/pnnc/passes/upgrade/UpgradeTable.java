package pnnc.passes.upgrade;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code upgrades.txt}: its head explains the lines. */
final class UpgradeTable {
  private static final UpgradeTable TABLE = load();

  private final Map<Key, Step> steps = new LinkedHashMap<>();

  private record Key(String operator, int version) {}

  private UpgradeTable() {}

  /** The change that {@code version} made to {@code operator}, if it made one. */
  static Optional<Step> find(String operator, int version) {
    return Optional.ofNullable(TABLE.steps.get(new Key(operator, version)));
  }

  /** All changes, as the table has them. */
  static Collection<Step> all() {
    return TABLE.steps.values();
  }

  private static UpgradeTable load() {
    UpgradeTable table = new UpgradeTable();
    try (InputStream in = UpgradeTable.class.getResourceAsStream("upgrades.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(table::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  private void add(String line) {
    String[] words = line.split(" ", 4);
    Step.Verdict verdict = Step.Verdict.valueOf(words[2].toUpperCase(Locale.ROOT));
    for (String version : words[1].split(",", -1)) {
      Step step = new Step(words[0], Integer.parseInt(version), verdict, words[3]);
      if (steps.put(new Key(step.operator(), step.version()), step) != null) {
        throw new IllegalArgumentException("twice in the table: " + step);
      }
    }
  }
}
