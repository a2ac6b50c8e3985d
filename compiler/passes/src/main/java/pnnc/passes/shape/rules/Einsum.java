package pnnc.passes.shape.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import pnnc.passes.shape.Dims;
import pnnc.passes.shape.Extent;
import pnnc.passes.shape.Op;

/**
 * An Einsum equation with the sizes of its letters.
 *
 * @param sizes by letter
 * @param ellipsis what {@code ...} stands for
 * @param output letters and {@code .} for the ellipsis
 */
public record Einsum(Map<Character, Extent> sizes, Dims ellipsis, String output) {
  /** Reads the equation of {@code op}. */
  public static Einsum of(Op op) {
    String equation = op.node().text("equation", "").replace(" ", "").replace("...", ".");
    String[] sides = equation.split("->", 2);
    String[] terms = sides[0].split(",", -1);
    Map<Character, Extent> sizes = new LinkedHashMap<>();
    Dims ellipsis = Dims.SCALAR;
    for (int i = 0; i < terms.length; i++) {
      ellipsis = ellipsis.broadcast(readTerm(terms[i], op.dims(i), sizes));
    }
    return new Einsum(sizes, ellipsis, sides.length == 2 ? sides[1] : implicit(sides[0]));
  }

  /** Notes the size of each letter; returns what the ellipsis covers. */
  private static Dims readTerm(String term, Dims dims, Map<Character, Extent> sizes) {
    int dots = term.indexOf('.');
    int covered = dots < 0 ? 0 : dims.rank() - term.length() + 1;
    for (int i = 0; i < term.length(); i++) {
      if (i != dots) {
        int axis = dots >= 0 && i > dots ? i + covered - 1 : i;
        sizes.merge(term.charAt(i), dims.at(axis), (a, b) -> a.number().isPresent() ? a : b);
      }
    }
    return dots < 0 ? Dims.SCALAR : dims.part(dots, dots + covered);
  }

  /** Without an arrow the output holds the letters that occur once, in alphabetical order. */
  private static String implicit(String terms) {
    StringBuilder output = new StringBuilder(terms.contains(".") ? "." : "");
    for (char letter : new TreeSet<>(terms.chars().mapToObj(c -> (char) c).toList())) {
      boolean once = terms.indexOf(letter) == terms.lastIndexOf(letter);
      if (Character.isLetter(letter) && once) {
        output.append(letter);
      }
    }
    return output.toString();
  }

  Dims result() {
    List<Extent> result = new ArrayList<>();
    for (int i = 0; i < output.length(); i++) {
      char letter = output.charAt(i);
      if (letter == '.') {
        result.addAll(ellipsis.sizes());
      } else {
        result.add(sizes.getOrDefault(letter, Extent.UNKNOWN));
      }
    }
    return new Dims(result);
  }

  /** Multiplications that the plain loop over all letters takes. */
  public Extent multiplications() {
    return new Dims(List.copyOf(sizes.values())).product().times(ellipsis.product());
  }
}
