package pnnc.onnx.tensor;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;

/**
 * The data files of one model, each opened once. Looks at how a file is named before anybody is
 * asked to open it; what lies behind the name is for {@link ExternalData} to judge. Not
 * thread-safe.
 */
public final class ExternalFiles {
  private static final int LONGEST = 4096;
  private static final int SHOWN = 80;

  private final ExternalData data;
  private final Map<String, ByteSource> opened = new HashMap<>();

  public ExternalFiles(ExternalData data) {
    this.data = data;
  }

  /**
   * The file at {@code location}.
   *
   * @throws DiagnosedException if it is refused or cannot be opened
   */
  ByteSource open(String location) {
    ByteSource known = opened.get(location);
    if (known == null) {
      check(location);
      known = data.open(location);
      opened.put(location, known);
    }
    return known;
  }

  private static void check(String location) {
    Optional<String> refusal = refusal(location);
    if (refusal.isPresent()) {
      throw new DiagnosedException(
          DiagnosticCode.EXTERNAL_PATH.error(start(location), refusal.get()));
    }
  }

  private static Optional<String> refusal(String location) {
    if (location.isEmpty()) {
      return Optional.of("it is empty");
    }
    if (location.length() > LONGEST) {
      return Optional.of("it is longer than %d characters".formatted(LONGEST));
    }
    if (location.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("it contains a control character");
    }
    if (location.indexOf('\\') >= 0) {
      return Optional.of("it contains a backslash");
    }
    if (location.startsWith("/") || location.matches("[A-Za-z]:.*")) {
      return Optional.of("it is absolute");
    }
    return Arrays.asList(location.split("/")).contains("..")
        ? Optional.of("it contains `..`")
        : Optional.empty();
  }

  /** Enough of the path to know it by. */
  private static String start(String location) {
    return location.length() > SHOWN ? location.substring(0, SHOWN) + "…" : location;
  }
}
