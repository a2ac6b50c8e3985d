package pnnc.frontend.elaborate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.frontend.ast.Parameter;
import pnnc.frontend.program.Library;
import pnnc.frontend.source.Span;

/**
 * Says whose line a fault is. A fault inside a function of the standard library is blamed on the
 * line of the user that led there, and the way from there is shown.
 */
final class Blame {
  /** Calls shown between the user's line and the fault, and around the user's line. */
  private static final int MOST_LABELS = 4;

  /** A call under way. */
  record Frame(Span call, Callable function) {}

  private final Diagnostics diagnostics;
  private final Set<Span> endless;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final Set<String> said;

  /**
   * Nothing is under way.
   *
   * @param endless the functions that call themselves or too many others; grows
   * @param said what has been reported; grows
   */
  Blame(Diagnostics diagnostics, Set<Span> endless, Set<String> said) {
    this.endless = endless;
    this.said = said;
    this.diagnostics = diagnostics;
  }

  /** The same calls under way, but faults go to {@code elsewhere}. */
  Blame silent(Diagnostics elsewhere) {
    Blame other = new Blame(elsewhere, new HashSet<>(endless), new HashSet<>());
    other.frames.addAll(frames);
    return other;
  }

  /** Whether anything has been said that keeps a network from being. */
  boolean hasFaults() {
    return diagnostics.hasErrors();
  }

  void enter(Span call, Callable function) {
    frames.push(new Frame(call, function));
  }

  void leave() {
    frames.pop();
  }

  /** The parameters of the function under way; none in a network itself. */
  List<Parameter> parameters() {
    return frames.isEmpty() ? List.of() : frames.peek().function().parameters();
  }

  /** Calls under way within each other. */
  int depth() {
    return frames.size();
  }

  /** Whether anything has been found wrong. */
  boolean hasErrors() {
    return diagnostics.hasErrors();
  }

  /** Whether {@code function} is being elaborated already. */
  boolean isUnderWay(Callable function) {
    return frames.stream().anyMatch(f -> f.function().isSame(function));
  }

  /** Reports once that {@code function}, which is under way, is called again. */
  Failed circle(Span at, Callable function) {
    boolean isNew = !endless.contains(function.span());
    for (Frame frame : frames) {
      endless.add(frame.function().span());
      if (frame.function().isSame(function)) {
        break;
      }
    }
    return isNew ? fail(at, DiagnosticCode.RECURSION.error(function.name())) : new Failed();
  }

  /** Reports once that there are more calls and turns than {@code most}. */
  Failed tooLong(Span at, int most) {
    Diagnostic fault = DiagnosticCode.PROGRAM_TOO_LONG.error(most);
    return said.add(fault.message()) ? fail(at, fault) : new Failed();
  }

  /** Reports once that the {@code things} under way are too many. */
  Failed tooDeep(Span at, String things, int most) {
    frames.forEach(frame -> endless.add(frame.function().span()));
    return fail(at, DiagnosticCode.CALLS_TOO_DEEP.error(things, most));
  }

  /** Whether it has been said that {@code function} calls itself or is nested too deep. */
  boolean isEndless(Callable function) {
    return endless.contains(function.span());
  }

  /** The place in the user's own text from which {@code at} is reached. */
  Span usersPlace(Span at) {
    if (!Library.isStandard(at.source())) {
      return at;
    }
    return frames.stream()
        .map(Frame::call)
        .filter(c -> !Library.isStandard(c.source()))
        .findFirst()
        .orElse(at);
  }

  /** Reports {@code fault} at {@code at}. */
  void report(Span at, Diagnostic fault) {
    Span users = usersPlace(at);
    Diagnostic placed = fault.at(users.place());
    for (Diagnostic.Label label : way(at, users)) {
      placed = placed.related(label.place(), label.text());
    }
    if (said.add(users + fault.code().id() + fault.message())) {
      diagnostics.add(placed);
    }
  }

  /** Reports {@code fault} and ends what is being elaborated. */
  Failed fail(Span at, Diagnostic fault) {
    report(at, fault);
    return new Failed();
  }

  /** Whether the call can be seen without a label: it is in the same line, or is no call at all. */
  private static boolean isPlain(Frame frame, Span users) {
    Span call = frame.call();
    return call.equals(frame.function().span())
        || (call.source().equals(users.source())
            && call.source().line(call.from()) == users.source().line(users.from()));
  }

  private List<Diagnostic.Label> way(Span at, Span users) {
    List<Diagnostic.Label> labels = new ArrayList<>();
    Optional<Frame> inner = Optional.empty();
    boolean reached = at.equals(users);
    if (!reached && !frames.isEmpty()) {
      String name = frames.peek().function().name();
      labels.add(new Diagnostic.Label(at.place(), "in `%s`".formatted(name)));
    }
    for (Frame frame : frames) {
      if (labels.size() >= MOST_LABELS) {
        break;
      }
      if (reached && isPlain(frame, users)) {
        continue;
      }
      if (reached) {
        String name = frame.function().name();
        labels.add(new Diagnostic.Label(frame.call().place(), "`%s` called here".formatted(name)));
      } else if (inner.isPresent()
          && !inner.get().function().name().equals(frame.function().name())) {
        String name = frame.function().name();
        labels.add(
            new Diagnostic.Label(
                inner.get().call().place(),
                "`%s` called here, in `%s`".formatted(inner.get().function().name(), name)));
      }
      reached |= frame.call().equals(users);
      inner = Optional.of(frame);
    }
    return labels;
  }
}
