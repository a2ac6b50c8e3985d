package pnnc.layout.spice;

/**
 * Takes a deck card by card: the title, the cards, the end. A writer is one, a reader fills one, a
 * {@link SpiceDeck} replays itself into one.
 */
public interface SpiceSink {
  /** The first line; empty if there is none. Once, before everything. */
  void title(String title);

  /** The next card. */
  void card(SpiceCard card);

  /** No more cards. Once. */
  void end();
}
