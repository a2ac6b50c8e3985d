package pnnc.layout.spice;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import pnnc.base.bytes.ByteSource;

/** Decks that have a bit of everything. */
final class RandomDecks {
  private static final String SIGNS = "_!#%&*+-./:<>?@[\\]^|~`";
  private final Random random;
  private final List<SpiceCard> cards = new ArrayList<>();
  private int number;

  private RandomDecks(long seed) {
    this.random = new Random(seed);
  }

  static SpiceDeck of(long seed) {
    return new RandomDecks(seed).deck();
  }

  static byte[] bytes(SpiceDeck deck) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    deck.replay(new SpiceWriter(out));
    return out.toByteArray();
  }

  static SpiceDeck read(byte[] bytes) {
    return SpiceReader.deck(ByteSource.of("test.cir", bytes));
  }

  private SpiceDeck deck() {
    String title = random.nextBoolean() ? "" : random.nextBoolean() ? "* a .title µ" : ".op";
    for (int s = random.nextInt(3); s >= 0; s--) {
      String name = name("Sub");
      cards.add(new SpiceCard.Begin(name, names(random.nextInt(40)), parameters()));
      some();
      cards.add(new SpiceCard.End(name));
    }
    some();
    cards.add(new SpiceCard.Control(".tran 1n 1u"));
    cards.add(new SpiceCard.Control(".save" + " v(a_long_name) i(V1)".repeat(random.nextInt(9))));
    return new SpiceDeck(title, cards);
  }

  private void some() {
    for (int i = random.nextInt(20); i >= 0; i--) {
      cards.add(card());
    }
  }

  private SpiceCard card() {
    return switch (random.nextInt(8)) {
      case 0 -> new SpiceCard.Comment(" what is + said; {here} 12 \u20ac \uD83D\uDE00");
      case 1 -> new SpiceCard.Parameters(List.of(SpiceParameter.of(name("p"), number())));
      case 2 -> new SpiceCard.Model(name("mod"), "NMOS", parameters());
      default -> element();
    };
  }

  private SpiceCard element() {
    return switch (random.nextInt(6)) {
      case 0 -> SpiceElement.modelled(name("X"), names(random.nextInt(9)), "Sub", parameters());
      case 1 -> SpiceElement.modelled(name("m"), names(4), name("n"), parameters());
      case 2 ->
          new SpiceElement(name("D"), names(2), value(), Optional.of(name("d")), "", parameters());
      case 3 ->
          SpiceElement.controlled(
              name(random.nextBoolean() ? "E" : "g"), names(4), value().orElse(SpiceValue.of(1)));
      case 4 ->
          new SpiceElement(
              name(random.nextBoolean() ? "V" : "i"),
              names(2),
              value(),
              Optional.empty(),
              random.nextBoolean() ? "" : "PULSE(0 {1 + a} 1n,2) r=0",
              List.of());
      default ->
          new SpiceElement(
              name(String.valueOf("RcL".charAt(random.nextInt(3)))),
              names(2),
              value(),
              random.nextBoolean() ? Optional.empty() : Optional.of(name("r")),
              "",
              parameters());
    };
  }

  private Optional<SpiceValue> value() {
    return switch (random.nextInt(3)) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new SpiceValue.Expression("2*(a + 1k) / b"));
      default -> Optional.of(SpiceValue.of(number()));
    };
  }

  private double number() {
    double value = Double.longBitsToDouble(random.nextLong());
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(2000) - 1000;
      case 1 -> Double.isFinite(value) ? value : Double.MIN_VALUE;
      default -> random.nextGaussian() * Math.pow(10, random.nextInt(30) - 15);
    };
  }

  private List<SpiceParameter> parameters() {
    List<SpiceParameter> all = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      all.add(new SpiceParameter(name("w"), value().orElse(new SpiceValue.Expression("l"))));
    }
    return all;
  }

  private List<String> names(int count) {
    List<String> all = new ArrayList<>();
    while (all.size() < count) {
      all.add(name(random.nextBoolean() ? "" : "Net"));
    }
    return all;
  }

  private String name(String start) {
    char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
    return start + number++ + sign + "$x".substring(random.nextInt(2));
  }
}
