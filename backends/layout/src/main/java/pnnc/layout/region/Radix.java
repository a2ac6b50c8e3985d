package pnnc.layout.region;

import java.util.Arrays;

/** Sorts numbers with a key of 32 bits and something else below it. */
final class Radix {
  private static final int DIGIT = 11;
  private static final int FEW = 4096;

  /**
   * So few are sorted by insertion, as counting takes {@code 2^DIGIT} steps however few there are.
   */
  private static final int VERY_FEW = 64;

  private Radix() {}

  /** The word with the key {@code high}, signed, and the number {@code low} behind it. */
  static long word(int high, int low) {
    return ((long) high << 32) | (low & 0xFFFF_FFFFL);
  }

  static int high(long word) {
    return (int) (word >> 32);
  }

  static int low(long word) {
    return (int) word;
  }

  /** The words sorted by their keys; those with the same stay in their order. Spoils the array. */
  static long[] sort(long[] words) {
    return words.length <= VERY_FEW ? inserted(words) : counted(words);
  }

  private static long[] inserted(long[] words) {
    for (int i = 1; i < words.length; i++) {
      long word = words[i];
      int at = i;
      while (at > 0 && high(words[at - 1]) > high(word)) {
        words[at] = words[at - 1];
        at--;
      }
      words[at] = word;
    }
    return words;
  }

  private static long[] counted(long[] words) {
    long[] from = words;
    long[] to = new long[words.length];
    for (int shift = 32; shift < 64; shift += DIGIT) {
      int[] starts = starts(from, shift);
      if (starts.length == 0) {
        continue;
      }
      for (long word : from) {
        to[starts[digit(word, shift)]++] = word;
      }
      long[] swap = from;
      from = to;
      to = swap;
    }
    return from;
  }

  private static int digit(long word, int shift) {
    return (int) (((word ^ Long.MIN_VALUE) >>> shift) & ((1 << DIGIT) - 1));
  }

  /** Where the words of each digit begin; none if all have the same. */
  private static int[] starts(long[] words, int shift) {
    int[] counts = new int[1 << DIGIT];
    for (long word : words) {
      counts[digit(word, shift)]++;
    }
    int start = 0;
    for (int d = 0; d < counts.length; d++) {
      int count = counts[d];
      if (count == words.length) {
        return new int[0];
      }
      counts[d] = start;
      start += count;
    }
    return counts;
  }

  /** Sorts the words by both halves. */
  static void sortAll(long[] words) {
    if (words.length < FEW) {
      Arrays.sort(words);
    } else {
      Arrays.parallelSort(words);
    }
  }
}
