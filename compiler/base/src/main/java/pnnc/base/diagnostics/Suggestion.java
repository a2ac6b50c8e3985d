package pnnc.base.diagnostics;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was meant. */
public final class Suggestion {
  /** Nobody mistypes one letter of a longer word; looking for it would take long. */
  private static final int LONGEST = 100;

  private Suggestion() {}

  /**
   * The known word nearest to {@code word}, if it is near: about one letter in three differs, and
   * one at least does not.
   */
  public static Optional<String> closest(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    return known.stream()
        .filter(k -> isNearInLength(word, k) && isNear(word, k))
        .min(Comparator.comparingInt(k -> between(word, k)));
  }

  /** As many letters are inserted or removed at least as one word is longer. */
  private static boolean isNearInLength(String word, String known) {
    return Math.abs(word.length() - known.length()) <= mostBetween(word, known);
  }

  private static int mostBetween(String word, String known) {
    return Math.max(1, Math.min(word.length(), known.length()) / 3);
  }

  private static boolean isNear(String word, String known) {
    int between = between(word, known);
    return between <= mostBetween(word, known) && between < Math.max(word.length(), known.length());
  }

  private static int between(String a, String b) {
    return distance(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT));
  }

  /** Least number of letters to insert, remove, replace or swap with their neighbour. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(int[][] d, String a, String b, int i, int j) {
    int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
  }
}
