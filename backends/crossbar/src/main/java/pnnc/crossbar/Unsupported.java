package pnnc.crossbar;

import java.util.Optional;
import pnnc.backend.Settings;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;

/** What a target may say by its schema and this backend does not do. */
final class Unsupported {
  private Unsupported() {}

  /** The first such field of {@code settings}. */
  static Optional<Diagnostic> fault(Settings settings) {
    return tooSmall(settings)
        .or(() -> withoutReference(settings))
        .or(() -> sparesInMasks(settings))
        .or(() -> badLine(settings))
        .or(() -> onLayer(settings, "lines.word_layer", "met1"))
        .or(() -> onLayer(settings, "lines.bit_layer", "met2"));
  }

  private static Optional<Diagnostic> tooSmall(Settings settings) {
    int[] tile = settings.sizes("tile");
    int columns = CrossbarSettings.Storage.of(settings).columns(1);
    return tile[0] >= 2 && tile[1] >= columns
        ? Optional.empty()
        : refused(
            "tile = %d x %d".formatted(tile[0], tile[1]),
            ("a weight takes %d bit lines with what goes with it, and a bias has a word line of its"
                    + " own: 2 x %d at least")
                .formatted(columns, columns));
  }

  /** A reference lies between levels: two have none between them. */
  private static Optional<Diagnostic> withoutReference(Settings settings) {
    boolean isOffset = settings.word("sign").equals("offset");
    return isOffset && settings.whole("cell.levels", "bit") < 2
        ? refused("sign = offset", "two levels have none between them to be the reference")
        : Optional.empty();
  }

  /** Nothing is found bad before the masks are made. */
  private static Optional<Diagnostic> sparesInMasks(Settings settings) {
    int spare = settings.whole("spare.columns", "");
    boolean isWritten = settings.word("cell.kind").equals("one_transistor");
    boolean isUsed = spare > 0 || !settings.string("spare.bad").isEmpty();
    return isUsed && !isWritten
        ? refused(
            "spare.columns = " + spare,
            "weights are in the masks, so that nothing can be moved when a chip is found bad")
        : Optional.empty();
  }

  private static Optional<Diagnostic> badLine(Settings settings) {
    return CrossbarSettings.BadLine.malformed(settings).stream()
        .findFirst()
        .map(
            word ->
                DiagnosticCode.SPARE_BAD_LINE.error(
                    word, "a bit line is written as `fc1.0.0.0:B3`"));
  }

  private static Optional<Diagnostic> onLayer(Settings settings, String path, String only) {
    String layer = settings.string(path);
    return layer.equals(only)
        ? Optional.empty()
        : refused(path + " = " + layer, "its cells have that line on " + only);
  }

  private static Optional<Diagnostic> refused(String field, String why) {
    return Optional.of(DiagnosticCode.CROSSBAR_UNSUPPORTED.error(field, why));
  }
}
