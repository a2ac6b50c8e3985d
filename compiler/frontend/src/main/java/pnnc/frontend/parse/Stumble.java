package pnnc.frontend.parse;

import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Where the parser could not go on.
 *
 * @param at the position of the word that it did not want
 * @param expected the types of the words that it would have taken
 */
record Stumble(int at, IntervalSet expected) {
  boolean wants(int type) {
    return expected.contains(type);
  }
}
