package pnnc.driver;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A model as readable text.
 *
 * @param model `.onnx`
 * @param output the text's file; empty: it goes to the face that asked
 * @param format empty: what the output's name says, else a program
 */
public record ImportRequest(Path model, Optional<Path> output, Optional<Format> format) {
  /** What kind of text. */
  public enum Format {
    /** A program in the language. */
    PNN,
    /** The network's own text form. */
    PNNIR
  }

  /** The kind of text that is wanted. */
  public Format wanted() {
    boolean isNetwork =
        output.map(o -> o.toString().toLowerCase(Locale.ROOT).endsWith(".pnnir")).orElse(false);
    return format.orElse(isNetwork ? Format.PNNIR : Format.PNN);
  }
}
