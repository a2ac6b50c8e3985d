package pnnc.frontend.hardware;

import java.util.Optional;
import java.util.Set;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.ast.Entry;

/** Collects the limits and preferences of targets. */
final class Objectives {
  private final Report report;

  Objectives(Report report) {
    this.report = report;
  }

  /**
   * Adds {@code entry}, a limit or a preference, to {@code tree}.
   *
   * @param isTarget whether it may stand there
   * @param bounds which quantities this description has bounded so far, and from which side
   */
  void add(Raw.Tree tree, Entry entry, boolean isTarget, Set<String> bounds) {
    if (!isTarget) {
      report.fault(
          DiagnosticCode.LIMIT_FORM.error(objective(entry), "stands outside a target"),
          entry.span());
    } else if (entry instanceof Entry.Limit limit) {
      limit(tree, limit, bounds);
    } else {
      tree.prefer = Optional.of((Entry.Prefer) entry);
    }
  }

  private static String objective(Entry entry) {
    return entry instanceof Entry.Limit limit
        ? limit.quantity().toString()
        : ((Entry.Prefer) entry).order().get(0).toString();
  }

  /** A bound replaces an inherited one of the same quantity from the same side. */
  private void limit(Raw.Tree tree, Entry.Limit limit, Set<String> bounds) {
    if (!bounds.add(side(limit))) {
      report.fault(
          DiagnosticCode.LIMIT_FORM.error(limit.quantity(), "is bounded twice from one side"),
          limit.span());
    }
    if (!isUpper(limit)) {
      report.fault(
          DiagnosticCode.LIMIT_LOWER
              .warning(limit.span().text())
              .help("an upper limit is written with `<=`"),
          limit.span());
    }
    tree.limits.removeIf(l -> side(l).equals(side(limit)));
    tree.limits.add(limit);
  }

  private static boolean isUpper(Entry.Limit limit) {
    return switch (limit.operator()) {
      case AT_MOST, BELOW -> true;
      default -> false;
    };
  }

  private static String side(Entry.Limit limit) {
    return limit.quantity() + (isUpper(limit) ? " above" : " below");
  }
}
