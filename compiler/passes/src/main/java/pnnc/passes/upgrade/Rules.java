package pnnc.passes.upgrade;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules behind the table's {@code rewritten}, by operator and version. */
final class Rules {
  private static final Map<Key, Rule> RULES = new HashMap<>();

  private record Key(String operator, int version) {}

  private static final List<String> REDUCTIONS =
      List.of(
          "ReduceL1",
          "ReduceL2",
          "ReduceLogSum",
          "ReduceLogSumExp",
          "ReduceMax",
          "ReduceMean",
          "ReduceMin",
          "ReduceProd",
          "ReduceSumSquare");

  static {
    moves();
    meanings();
    spellings();
  }

  private Rules() {}

  /** The rule of a step that the table calls rewritten. */
  static Rule of(Step step) {
    return Optional.ofNullable(RULES.get(new Key(step.operator(), step.version())))
        .orElseThrow(() -> new IllegalArgumentException("no rule for " + step));
  }

  /** The versions in which {@code operator} has a rule. */
  static Set<Integer> versions(String operator) {
    return RULES.keySet().stream()
        .filter(k -> k.operator().equals(operator))
        .map(Key::version)
        .collect(Collectors.toSet());
  }

  /** How many rules there are. */
  static int size() {
    return RULES.size();
  }

  private static void add(String operator, int version, Rule rule) {
    RULES.put(new Key(operator, version), rule);
  }

  /** Attributes that became inputs. */
  private static void moves() {
    REDUCTIONS.forEach(op -> add(op, 18, MovedAttributes::axes));
    add("ReduceSum", 13, MovedAttributes::axes);
    add("Squeeze", 13, MovedAttributes::axes);
    add("Unsqueeze", 13, MovedAttributes::axes);
    add("Split", 13, MovedAttributes::split);
    add("Slice", 10, MovedAttributes::slice);
    add("TopK", 10, MovedAttributes::topK);
    add("Upsample", 9, MovedAttributes::scales);
    add("Pad", 11, MovedAttributes::pad);
    add("Clip", 11, MovedAttributes::clip);
    add("DFT", 20, MovedAttributes::axis);
  }

  /** Operators that came to mean something else. */
  private static void meanings() {
    add("Softmax", 13, FlattenedSoftmax::apply);
    add("LogSoftmax", 13, FlattenedSoftmax::apply);
    add("Hardmax", 13, FlattenedSoftmax::apply);
    add("Resize", 11, Resizes::oldCoordinates);
    add("Resize", 13, Resizes::onlyOneTarget);
    add("BatchNormalization", 9, Normalizations::perElement);
    add("BatchNormalization", 14, Normalizations::inference);
    add("GroupNormalization", 21, Normalizations::perChannel);
    add("Dropout", 10, Dropouts::booleanMask);
    add("Dropout", 12, Dropouts::inference);
    add("Scan", 9, BatchedScan::apply);
    add("GlobalLpPool", 22, GlobalNorm::apply);
  }

  /** Other names for the same. */
  private static void spellings() {
    add("Scatter", 11, (node, site) -> Spelling.renamed(node, "ScatterElements"));
    add("Upsample", 10, (node, site) -> Spelling.renamed(node, "Resize"));
    add("GridSample", 20, (node, site) -> Spelling.gridSample(node));
    add("Split", 18, (node, site) -> Spelling.split(node));
    add("Attention", 25, (node, site) -> Spelling.attention(node));
  }
}
