package pnnc.frontend.hardware;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import pnnc.base.process.Rule;

/** The rules that a technology says of two layers: its own entries, and those of its vias. */
final class PairRules {
  private final Dbu dbu;
  private final List<Rule> rules;

  /** Adds to {@code rules}. */
  PairRules(Dbu dbu, List<Rule> rules) {
    this.dbu = dbu;
    this.rules = rules;
  }

  void addAll(Fields technology) {
    Map<String, Fields> vias = technology.entries("via");
    vias.forEach((name, via) -> via(name, via, vias.values()));
    pairs(technology, "separation", List.of("first", "second", "distance"), Rule.Separation::new);
    technology.entries("enclosure").forEach(this::enclosure);
    pairs(technology, "overlap", List.of("first", "second", "depth"), Rule.Overlap::new);
    pairs(technology, "extension", List.of("of", "beyond", "length"), Rule.Extension::new);
    technology
        .entries("partner")
        .forEach((n, p) -> rules.add(new Rule.Partner(p.symbol("of"), p.symbol("needs"), n)));
    technology
        .entries("exclusion")
        .forEach((n, e) -> rules.add(new Rule.Exclusion(e.symbol("first"), e.symbol("second"), n)));
  }

  /** A cut that several vias share ends on one layer or the other, so it need not lie in both. */
  private void via(String name, Fields via, Collection<Fields> all) {
    String cut = via.symbol("cut");
    for (String end : List.of("lower", "upper")) {
      String margin = end + "_enclosure";
      boolean isShared =
          all.stream()
              .filter(v -> v.symbol("cut").equals(cut))
              .anyMatch(v -> !v.symbol(end).equals(via.symbol(end)));
      rules.add(
          new Rule.Enclosure(
              cut,
              via.symbol(end),
              dbu.length("via." + name, via, margin),
              length("via." + name, via, margin + "_ends"),
              isShared,
              ProcessReader.sources(via, "via." + name, margin, margin + "_ends")));
    }
    if (via.has("array") && via.has("array_space")) {
      rules.add(
          new Rule.ArraySpace(
              via.symbol("cut"),
              (int) dbu.number("via." + name, via, "array", "", 1, Integer.MAX_VALUE).getAsDouble(),
              dbu.length("via." + name, via, "array_space"),
              ProcessReader.source(via, "array_space", "via." + name)));
    }
  }

  private OptionalLong length(String path, Fields fields, String field) {
    return fields.has(field)
        ? OptionalLong.of(dbu.length(path, fields, field))
        : OptionalLong.empty();
  }

  private void enclosure(String name, Fields pair) {
    rules.add(
        new Rule.Enclosure(
            pair.symbol("inner"),
            pair.symbol("outer"),
            dbu.length("enclosure." + name, pair, "margin"),
            length("enclosure." + name, pair, "margin_ends"),
            pair.symbol("of").equals("touching"),
            ProcessReader.sources(pair, name, "margin", "margin_ends")));
  }

  /** Makes the rule of two layers and a length. */
  private interface Make {
    Rule rule(String first, String second, long length, String source);
  }

  /** Adds what the entries of {@code kind} say; {@code fields}: both layers, and the length. */
  private void pairs(Fields technology, String kind, List<String> fields, Make make) {
    technology
        .entries(kind)
        .forEach(
            (name, pair) ->
                rules.add(
                    make.rule(
                        pair.symbol(fields.get(0)),
                        pair.symbol(fields.get(1)),
                        dbu.length(kind + "." + name, pair, fields.get(2)),
                        ProcessReader.source(pair, fields.get(2), name))));
  }
}
