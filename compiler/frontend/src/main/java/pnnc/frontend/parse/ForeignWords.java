package pnnc.frontend.parse;

import java.util.Map;
import java.util.Optional;

/** Words of other languages, and what is written here instead. */
final class ForeignWords {
  private static final String BINDING = "a name is bound by `name = value` alone";
  private static final String FUNCTION = "did you mean `fn`?";
  private static final String LOOP = "loops are bounded: `repeat i in 0 .. n from x { … }`";

  /** Words that begin a statement or declaration. */
  private static final Map<String, String> FIRST =
      Map.ofEntries(
          Map.entry("def", FUNCTION),
          Map.entry("func", FUNCTION),
          Map.entry("fun", FUNCTION),
          Map.entry("function", FUNCTION),
          Map.entry("let", BINDING),
          Map.entry("var", BINDING),
          Map.entry("val", BINDING),
          Map.entry("const", BINDING),
          Map.entry("return", "the last expression of a block is its result, without a word"),
          Map.entry("import", "did you mean `use`?"),
          Map.entry("include", "did you mean `use`?"),
          Map.entry("from", "did you mean `use`?"),
          Map.entry("class", "did you mean `net`?"),
          Map.entry("model", "did you mean `net`?"),
          Map.entry("network", "did you mean `net`?"),
          Map.entry("module", "did you mean `net`?"),
          Map.entry("tech", "did you mean `technology`?"),
          Map.entry("while", LOOP),
          Map.entry("loop", LOOP));

  /** Words that stand anywhere. */
  private static final Map<String, String> ANYWHERE =
      Map.of(
          "elif", "write `else if`",
          "lambda", "did you mean `fn`?",
          "is", "did you mean `==`?");

  private ForeignWords() {}

  /** What to write instead of {@code word}; empty if it is no word of another language. */
  static Optional<String> remedy(String word, boolean isFirst) {
    return Optional.ofNullable(
        isFirst ? FIRST.getOrDefault(word, ANYWHERE.get(word)) : ANYWHERE.get(word));
  }
}
