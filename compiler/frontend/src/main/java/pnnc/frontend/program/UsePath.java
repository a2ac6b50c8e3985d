package pnnc.frontend.program;

import java.util.Optional;
import java.util.regex.Pattern;

/** Which paths a {@code use} may name: relative ones, by which only programs are read. */
final class UsePath {
  private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

  private static final Pattern ABSOLUTE = Pattern.compile("([/\\\\~]|[A-Za-z]:).*");

  private UsePath() {}

  /** The rule that {@code path} breaks, in words that go on from its name. */
  static Optional<String> broken(String path) {
    if (URL.matcher(path).matches()) {
      return Optional.of("it is an address, and nothing is fetched from a network");
    }
    if (ABSOLUTE.matcher(path).matches()) {
      return Optional.of("it does not begin at the file that uses it");
    }
    return path.endsWith(".pnn")
        ? Optional.empty()
        : Optional.of("programs are in files that end in `.pnn`");
  }
}
