package pnnc.passes.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pnnc.ir.operators.OperatorCatalogue;

/** The table of changes against the catalogue of operators and against the rules. */
class UpgradeTableTest {
  private static final int OLDEST = 7;
  private static final int NEWEST = 25;

  @Test
  void everyChangeInTheCatalogueHasAVerdictAndNoOther() throws IOException {
    Set<String> decided =
        UpgradeTable.all().stream()
            .map(s -> s.operator() + " " + s.version())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(decided).isEqualTo(changes()).hasSizeGreaterThan(300);
  }

  /** Versions of each operator after its first, within those that networks come with. */
  private static Set<String> changes() throws IOException {
    Map<String, TreeSet<Integer>> versions = new HashMap<>();
    for (String line : catalogue()) {
      String[] words = line.split(" ", -1);
      for (String version : words[2].split(",", -1)) {
        versions.computeIfAbsent(words[1], o -> new TreeSet<>()).add(Integer.parseInt(version));
      }
    }
    Set<String> changes = new TreeSet<>();
    versions.forEach(
        (operator, all) ->
            all.subSet(OLDEST + 1, NEWEST + 1).stream()
                .filter(v -> !v.equals(all.first()))
                .map(v -> operator + " " + v)
                .forEach(changes::add));
    return changes;
  }

  private static List<String> catalogue() throws IOException {
    try (InputStream in = OperatorCatalogue.class.getResourceAsStream("operators.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(l -> l.startsWith("ai.onnx ")).toList();
    }
  }

  @Test
  void everyRewrittenStepHasARuleAndNoOther() {
    List<String> rewritten = new ArrayList<>();
    for (Step step : UpgradeTable.all()) {
      boolean hasRule = Rules.versions(step.operator()).contains(step.version());
      assertThat(hasRule).as("%s", step).isEqualTo(step.verdict() == Step.Verdict.REWRITTEN);
      if (hasRule) {
        assertThatCode(() -> Rules.of(step)).doesNotThrowAnyException();
        rewritten.add(step.operator());
      }
    }
    assertThat(rewritten).hasSize(Rules.size());
  }
}
