package pnnc.frontend.write;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a program: what is written left of the first {@code |>}, then what is behind each.
 *
 * @param stages at least one
 * @param level how tightly the one stage binds; {@link #PIPE} if there are several
 */
record Code(List<String> stages, int level) {
  /** Levels, from the loosest to the tightest, as in the grammar's rule {@code operation}. */
  static final int PIPE = 0;

  static final int OR = 1;
  static final int AND = 2;
  static final int NOT = 3;
  static final int COMPARISON = 4;
  static final int SUM = 5;
  static final int PRODUCT = 6;
  static final int NEGATION = 7;
  static final int POWER = 8;
  static final int POSTFIX = 9;

  Code {
    stages = List.copyOf(stages);
  }

  static Code of(String text, int level) {
    return new Code(List.of(text), level);
  }

  /** A name, a call, a literal. */
  static Code postfix(String text) {
    return of(text, POSTFIX);
  }

  /** This on the left of {@code |> call}. */
  Code into(String call) {
    List<String> more = new ArrayList<>(stages);
    more.add(call);
    return new Code(more, PIPE);
  }

  /** In one line. */
  String text() {
    return String.join(" |> ", stages);
  }

  /** In one line, in parentheses where something at {@code least} that level is wanted. */
  String within(int least) {
    return level < least ? "(" + text() + ")" : text();
  }

  /** Whether a pipeline may begin with this as it stands. */
  boolean isReceiver() {
    return level == PIPE || level == POSTFIX;
  }
}
