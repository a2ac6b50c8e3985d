package pnnc.passes.golden;

import java.util.stream.Collectors;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.diagnostics.Place;

/** Diagnostics as the golden files hold them. */
final class Messages {
  private Messages() {}

  static String text(Diagnostics diagnostics) {
    return diagnostics.all().stream().map(Messages::text).collect(Collectors.joining());
  }

  private static String text(Diagnostic d) {
    StringBuilder text = new StringBuilder();
    text.append("%s[%s]: %s%n".formatted(d.severity().word(), d.code().id(), d.message()));
    d.place().map(Place::describe).ifPresent(p -> text.append(" --> %s%n".formatted(p)));
    d.help().forEach(h -> text.append("help: %s%n".formatted(h)));
    return text.toString();
  }
}
