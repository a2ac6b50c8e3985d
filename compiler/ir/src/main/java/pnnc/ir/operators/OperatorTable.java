package pnnc.ir.operators;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import pnnc.ir.network.OpType;

/** Reads {@code operators.txt}: its head explains the lines. */
final class OperatorTable {
  private final Map<OpType, NavigableMap<Integer, Optional<OperatorFacts>>> versions =
      new HashMap<>();

  /** For each operator: from which version on which facts hold; none where it is deprecated. */
  static Map<OpType, NavigableMap<Integer, Optional<OperatorFacts>>> load() {
    OperatorTable table = new OperatorTable();
    try (InputStream in = OperatorTable.class.getResourceAsStream("operators.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(table::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table.versions;
  }

  private void add(String line) {
    String[] words = line.split(" ", 6);
    OpType op = new OpType(words[0], words[1]);
    for (String since : words[2].split(",", -1)) {
      int version = Integer.parseInt(since);
      versions
          .computeIfAbsent(op, o -> new TreeMap<>())
          .put(version, facts(op, version, words[3], words[4], words[5]));
    }
  }

  private static Optional<OperatorFacts> facts(
      OpType op, int since, String inputs, String outputs, String flag) {
    if (flag.equals("deprecated")) {
      return Optional.empty();
    }
    return Optional.of(
        new OperatorFacts(op, since, Arity.parse(inputs), Arity.parse(outputs), behaviour(flag)));
  }

  private static OperatorFacts.Behaviour behaviour(String flag) {
    return switch (flag) {
      case "-" -> OperatorFacts.Behaviour.DETERMINISTIC;
      case "random" -> OperatorFacts.Behaviour.RANDOM;
      case "control-flow" -> OperatorFacts.Behaviour.CONTROL_FLOW;
      default -> throw new IllegalArgumentException("no behaviour: " + flag);
    };
  }
}
