package pnnc.layout.spice;

import java.util.ArrayList;
import java.util.List;

/**
 * A whole deck in memory. Immutable.
 *
 * @param title what the first line says, without {@code *}; may be empty
 */
public record SpiceDeck(String title, List<SpiceCard> cards) {
  public SpiceDeck {
    SpiceNames.requireLine(title);
    if (!title.strip().equals(title)) {
      throw new IllegalArgumentException("blanks around the title `%s`".formatted(title));
    }
    cards = List.copyOf(cards);
  }

  /** Gives everything to {@code sink}. */
  public void replay(SpiceSink sink) {
    sink.title(title);
    cards.forEach(sink::card);
    sink.end();
  }

  /** Keeps what it is given. Not thread-safe. */
  public static final class Builder implements SpiceSink {
    private final List<SpiceCard> cards = new ArrayList<>();
    private String title = "";

    @Override
    public void title(String text) {
      title = text;
    }

    @Override
    public void card(SpiceCard card) {
      cards.add(card);
    }

    @Override
    public void end() {}

    /** The deck so far. */
    public SpiceDeck build() {
      return new SpiceDeck(title, cards);
    }
  }
}
