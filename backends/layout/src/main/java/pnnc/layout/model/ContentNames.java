package pnnc.layout.model;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Names cells by what is in them, so that equal cells are one: a cell {@code TILE$3F09A1C2D4E5} was
 * drawn as {@code TILE}, and its elements, properties and references (by such names, too) have a
 * digest (SHA-256) that begins with these digits. Order does not matter; how things are said does:
 * an array is not its places one by one. The same drawing has the same name on any machine.
 *
 * <pre>{@code
 * ContentNames names = new ContentNames(sink);
 * String via = names.cell("VIA", s -> s.box(metal, 0, 0, 170, 170, Repetition.ONCE));
 * String tile = names.cell("TILE", s -> s.reference(via, Orientation.R0, 0, 0));
 * }</pre>
 *
 * <p>Each cell goes to the sink when it is complete, unless it is there already: one cell at a time
 * is in memory, and a name with a digest for each. Two different cells whose digests begin alike
 * are told apart by up to four more digits, the later one having the longer name.
 */
public final class ContentNames {
  /** So that the longest name has 32 characters, as strict GDSII demands. */
  public static final int LONGEST_PREFIX = 15;

  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_?]{1," + LONGEST_PREFIX + "}");
  private static final int MOST_DIGITS = 16;

  private final LayoutSink target;
  private final int digits;
  private final Map<String, String> digests = new HashMap<>();

  /** Gives cells to {@code target}, between whose {@code begin} and {@code end} this is used. */
  public ContentNames(LayoutSink target) {
    this(target, MOST_DIGITS - 4);
  }

  /** The same with names that begin with as few as {@code digits} digits. */
  ContentNames(LayoutSink target, int digits) {
    this.target = target;
    this.digits = digits;
  }

  /**
   * Draws a cell; the cells inside are drawn before or while it is.
   *
   * @param prefix what its name begins with, 1 to {@link #LONGEST_PREFIX} of {@code A-Z a-z 0-9 _
   *     ?}
   * @param drawing draws elements and properties, but begins and ends nothing
   * @return its name, at most 32 characters
   * @throws IllegalArgumentException if the prefix is no such text
   * @throws IllegalStateException if two different cells have 64 bits of their digests in common
   */
  public String cell(String prefix, Consumer<LayoutSink> drawing) {
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          "no beginning for names, 1 to %d of A-Z a-z 0-9 _ ?: `%s`"
              .formatted(LONGEST_PREFIX, prefix));
    }
    ContentDigest digest = new ContentDigest();
    LayoutBuilder kept = new LayoutBuilder();
    drawing.accept(new ContentSink(digest, kept));
    return give(prefix, digest.hex(), kept);
  }

  private String give(String prefix, String digest, LayoutBuilder kept) {
    for (int length = digits; length <= MOST_DIGITS; length++) {
      String name = prefix + "$" + digest.substring(0, length);
      String other = digests.putIfAbsent(name, digest);
      if (other == null) {
        kept.cell(name).replay(target);
        return name;
      }
      if (other.equals(digest)) {
        return name;
      }
    }
    throw new IllegalStateException(
        "two different cells have the name `%s$%s`"
            .formatted(prefix, digest.substring(0, MOST_DIGITS)));
  }
}
