package pnnc.frontend.hardware;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Takes operators of a network by where they are, {@code encoder.*.linear}, by what they are, or by
 * the function they come from. A pattern takes what it names and everything inside.
 */
public final class PathMatcher {
  /**
   * An operator.
   *
   * @param path names from the outside in, joined by dots or slashes; {@code layer[2]} and {@code
   *     layer.2} are the same
   * @param kind {@code linear}, {@code softmax}
   * @param functions whose bodies it stands in
   */
  public record Operator(String path, String kind, List<String> functions) {
    public Operator {
      functions = List.copyOf(functions);
    }
  }

  /** One step of a pattern: any number of steps, or one that it accepts. */
  record Step(boolean isAny, Predicate<String> accepts) {}

  private static final Pattern BETWEEN = Pattern.compile("[./\\[\\]]+");

  private final String text;
  private final List<Step> steps;

  PathMatcher(String text, List<Step> steps) {
    this.text = text;
    this.steps = List.copyOf(steps);
  }

  /** The names in {@code path}, from the outside in. */
  static List<String> split(String path) {
    return Arrays.stream(BETWEEN.split(path)).filter(s -> !s.isEmpty()).toList();
  }

  /** A step that takes {@code glob}: a name in which {@code *} stands for any characters. */
  static Step step(String glob) {
    Pattern pattern =
        Pattern.compile(
            String.join(".*", Arrays.stream(glob.split("\\*", -1)).map(Pattern::quote).toList()));
    return new Step(glob.equals("**"), name -> pattern.matcher(name).matches());
  }

  /** Whether it takes {@code operator}. */
  public boolean matches(Operator operator) {
    boolean isOneName = steps.size() == 1 && !steps.get(0).isAny();
    if (isOneName) {
      List<String> names = new ArrayList<>(operator.functions());
      names.add(operator.kind());
      if (names.stream().anyMatch(steps.get(0).accepts())) {
        return true;
      }
    }
    return matches(split(operator.path()));
  }

  /** In time proportional to steps times names, whatever the pattern. */
  private boolean matches(List<String> names) {
    boolean[] reached = new boolean[steps.size() + 1];
    reached[0] = true;
    skipAny(reached);
    for (String name : names) {
      boolean[] next = new boolean[reached.length];
      for (int i = 0; i < steps.size(); i++) {
        Step step = steps.get(i);
        next[i] |= reached[i] && step.isAny();
        next[i + 1] |= reached[i] && (step.isAny() || step.accepts().test(name));
      }
      next[steps.size()] |= reached[steps.size()];
      skipAny(next);
      reached = next;
    }
    return reached[steps.size()];
  }

  private void skipAny(boolean[] reached) {
    for (int i = 0; i < steps.size(); i++) {
      reached[i + 1] |= reached[i] && steps.get(i).isAny();
    }
  }

  /** Whether it takes everything. */
  boolean takesAll() {
    return matches(List.of()) || text.equals("*");
  }

  /** As the user wrote it. */
  @Override
  public String toString() {
    return text;
  }
}
