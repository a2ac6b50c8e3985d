package pnnc.frontend.elaborate;

import java.util.Optional;
import pnnc.frontend.source.Span;

/** Calls and turns that may still be carried out. Once it is spent, nothing more is looked at. */
final class Budget {
  private final int most;
  private int taken;
  private Optional<Span> spentAt = Optional.empty();

  Budget(int most) {
    this.most = most;
  }

  int most() {
    return most;
  }

  /** Takes one step, unless there is none left. */
  boolean take(Span at) {
    if (taken < most) {
      taken++;
      return true;
    }
    spentAt = spentAt.or(() -> Optional.of(at));
    return false;
  }

  /** Where a step was wanted that was not there any more. */
  Optional<Span> spentAt() {
    return spentAt;
  }
}
