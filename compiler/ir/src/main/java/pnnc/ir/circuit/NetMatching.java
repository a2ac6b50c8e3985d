package pnnc.ir.circuit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pnnc.ir.circuit.Difference.Kind;

/**
 * Compares which terminals meet, whatever the nets are called: an extractor cannot know the names
 * of inner nets. Each expected net is matched with the found net on which most of its terminals
 * are; a port is matched with itself.
 */
final class NetMatching {
  /** A terminal of both circuits. */
  private record Pair(String device, String label, String expected, String found) {}

  private final String cell;
  private final List<Pair> pairs = new ArrayList<>();
  private final Map<String, Map<String, Integer>> votes = new LinkedHashMap<>();

  NetMatching(String cell) {
    this.cell = cell;
  }

  /** A port that both cells have outweighs all terminals. */
  void port(String name) {
    vote(name, name, Integer.MAX_VALUE / 2);
  }

  /** The terminals of one device in both circuits. */
  void device(String device, List<Terminal> expected, List<Terminal> found) {
    for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
      String a = expected.get(i).net();
      String b = found.get(i).net();
      pairs.add(new Pair(device, expected.get(i).label(), a, b));
      vote(a, b, 1);
    }
  }

  private void vote(String expected, String found, int weight) {
    votes.computeIfAbsent(expected, n -> new LinkedHashMap<>(2)).merge(found, weight, Integer::sum);
  }

  List<Difference> differences() {
    Map<String, String> partners = new LinkedHashMap<>();
    votes.forEach((net, found) -> partners.put(net, winner(net, found)));
    List<Difference> differences = new ArrayList<>();
    for (Pair pair : pairs) {
      String partner = partners.get(pair.expected());
      if (!partner.equals(pair.found())) {
        String what =
            "%s is on net `%s`, expected `%s`".formatted(pair.label(), pair.found(), partner);
        differences.add(new Difference(Kind.CONNECTION, cell, pair.device(), what));
      }
    }
    differences.addAll(shorts(partners));
    return differences;
  }

  /** The net with most votes; of equals the one with the same name, else the first. */
  private static String winner(String net, Map<String, Integer> found) {
    String best = net;
    int most = found.getOrDefault(net, 0);
    for (Map.Entry<String, Integer> one : found.entrySet()) {
      if (one.getValue() > most) {
        best = one.getKey();
        most = one.getValue();
      }
    }
    return best;
  }

  private List<Difference> shorts(Map<String, String> partners) {
    Map<String, String> first = new LinkedHashMap<>();
    List<Difference> shorts = new ArrayList<>();
    partners.forEach(
        (net, partner) -> {
          String other = first.putIfAbsent(partner, net);
          if (other != null) {
            String what = "nets `%s` and `%s` are one net".formatted(other, net);
            shorts.add(new Difference(Kind.SHORT, cell, "", what));
          }
        });
    return shorts;
  }
}
