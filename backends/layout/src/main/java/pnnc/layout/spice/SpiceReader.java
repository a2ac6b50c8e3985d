package pnnc.layout.spice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;

/**
 * Reads SPICE decks into sinks. Memory does not grow with the file but for the names of
 * subcircuits, a line with its continuations, and comments in between.
 *
 * <p>The first line is a title if it begins with {@code *} or with no {@code .}; netlists of other
 * programs often begin with a card. Comments are lines with {@code *}, and the rest of a line from
 * {@code ;} on, or from a word on that begins with {@code $} or {@code //}. Subcircuits inside
 * others are refused, and so is all that names other files; {@code .end} ends the reading.
 */
public final class SpiceReader {
  /** So many comments may stand between a line and what continues it. */
  private static final int MOST_HELD = 1000;

  private final SpiceInput input;
  private final SpiceSink sink;
  private final SpiceLine line;
  private final List<SpiceCard.Comment> held = new ArrayList<>();
  private final Set<String> subcircuits = new HashSet<>();
  private String inside = "";
  private boolean isEnd;

  private SpiceReader(ByteSource source, SpiceSink sink) {
    this.input = new SpiceInput(source);
    this.sink = sink;
    this.line = new SpiceLine(input.file());
  }

  /**
   * Gives what {@code source} holds to {@code sink}, which may have taken a part of it when a fault
   * comes up.
   *
   * @throws DiagnosedException with the line, and the byte in its help, if it is no deck
   */
  public static void read(ByteSource source, SpiceSink sink) {
    new SpiceReader(source, sink).run();
  }

  /** The whole deck; throws as {@link #read}. */
  public static SpiceDeck deck(ByteSource source) {
    SpiceDeck.Builder builder = new SpiceDeck.Builder();
    read(source, builder);
    return builder.build();
  }

  private void run() {
    boolean hasLine = title();
    while (hasLine && !isEnd) {
      line();
      hasLine = !isEnd && input.next();
    }
    flush();
    if (!inside.isEmpty()) {
      throw input.fault(0, DiagnosticCode.SPICE_OPEN, inside);
    }
    sink.end();
  }

  /** Takes the title; whether there is a line behind it. */
  private boolean title() {
    if (!input.next()) {
      throw input.fault(0, DiagnosticCode.SPICE_SYNTAX, "a title", "the end of the file");
    }
    boolean isCard = input.first() == '.';
    sink.title(isCard ? "" : input.first() == '*' ? input.comment().strip() : input.whole());
    return isCard || input.next();
  }

  private void line() {
    switch (input.first()) {
      case 0 -> {}
      case '*' -> hold(new SpiceCard.Comment(input.comment()));
      case '+' -> more();
      default -> {
        flush();
        String card = input.card();
        isEnd = SpiceSyntax.keyword(card).equals(".end");
        if (!card.isEmpty() && !isEnd) {
          line.add(card, input.indent(), input.number(), input.offset());
        }
      }
    }
  }

  private void hold(SpiceCard.Comment comment) {
    held.add(comment);
    if (line.isEmpty() || held.size() > MOST_HELD) {
      flush();
    }
  }

  private void more() {
    if (line.isEmpty()) {
      throw input.fault(0, DiagnosticCode.SPICE_SYNTAX, "a line that `+` continues", "none");
    }
    String card = input.card().substring(1);
    line.add(card, input.indent() + 1, input.number(), input.offset() + 1);
  }

  /** Gives on the line that is complete now, and the comments behind it. */
  private void flush() {
    if (!line.isEmpty()) {
      try {
        card(line.text());
      } catch (SpiceFault fault) {
        throw line.fault(fault);
      } catch (IllegalArgumentException e) {
        throw line.fault(new SpiceFault(0, DiagnosticCode.SPICE_CARD, e.getMessage()));
      }
      line.clear();
    }
    held.forEach(sink::card);
    held.clear();
  }

  private void card(String text) {
    SpiceCard card = SpiceParser.parse(text);
    if (card instanceof SpiceCard.Begin begin) {
      begin(begin);
    } else if (card instanceof SpiceCard.End end) {
      card = end(end);
    }
    sink.card(card);
  }

  private void begin(SpiceCard.Begin begin) {
    if (!inside.isEmpty()) {
      throw new SpiceFault(0, DiagnosticCode.SPICE_UNSUPPORTED, "subcircuits inside others");
    }
    if (!subcircuits.add(begin.name().toLowerCase(Locale.ROOT))) {
      throw new SpiceFault(0, DiagnosticCode.SPICE_TWICE, begin.name());
    }
    inside = begin.name();
  }

  private SpiceCard end(SpiceCard.End end) {
    boolean isThis = end.name().equals(".") || end.name().equalsIgnoreCase(inside);
    if (inside.isEmpty() || !isThis) {
      String expected = inside.isEmpty() ? "an open subcircuit" : "`.ends %s`".formatted(inside);
      throw SpiceFault.syntax(0, expected, "`.ends %s`".formatted(end.name()));
    }
    SpiceCard.End whole = new SpiceCard.End(inside);
    inside = "";
    return whole;
  }
}
