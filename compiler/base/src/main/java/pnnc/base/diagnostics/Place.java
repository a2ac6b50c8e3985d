package pnnc.base.diagnostics;

/** Where in the user's material a {@link Diagnostic} points. */
public sealed interface Place {
  /** The place as one line: {@code mnist.pnn:4:7}, {@code det.onnx node /head/grid}. */
  String describe();

  /**
   * A stretch of a text file.
   *
   * @param file name as the user wrote it
   * @param line 1-based
   * @param column 1-based, in UTF-16 units
   * @param length characters marked, at least 1
   * @param sourceLine the text of that line, without its end
   */
  record TextSpan(String file, int line, int column, int length, String sourceLine)
      implements Place {
    @Override
    public String describe() {
      return "%s:%d:%d".formatted(file, line, column);
    }
  }

  /**
   * A part of a model.
   *
   * @param file name as the user wrote it
   * @param element what part: {@code node /head/grid}, {@code initializer fc1.weight}
   * @param origin where the user's own program made it, {@code Detector.head (detector.py:118)};
   *     empty if the model does not say
   */
  record ModelElement(String file, String element, String origin) implements Place {
    @Override
    public String describe() {
      String from = origin.isEmpty() ? "" : ", from " + origin;
      return file + " " + element + from;
    }
  }

  /**
   * A position in a binary file.
   *
   * @param file name as the user wrote it
   * @param offset 0-based
   */
  record ByteOffset(String file, long offset) implements Place {
    @Override
    public String describe() {
      return "%s at byte %d".formatted(file, offset);
    }
  }

  /**
   * A file as a whole.
   *
   * @param file name as the user wrote it
   */
  record WholeFile(String file) implements Place {
    @Override
    public String describe() {
      return file;
    }
  }
}
