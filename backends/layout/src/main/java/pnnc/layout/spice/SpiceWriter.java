package pnnc.layout.spice;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import pnnc.layout.text.Decimal;

/**
 * Writes decks card by card, the same bytes for the same cards. Lines go on in the next from column
 * 100 on; numbers are as short as they can be to read back the same, with up to 17 digits.
 *
 * <p>Cards that SPICE would take for something else are refused with {@code
 * IllegalArgumentException}, not bent: names that ngspice cuts, two spellings of one name that
 * differ in case only, elements or subcircuits that come twice, subcircuits inside others. Write
 * errors come as {@link UncheckedIOException}. The stream is flushed at the end, not closed.
 */
public final class SpiceWriter implements SpiceSink {
  /** What is known of names. */
  public enum Names {
    /** Every name of a subcircuit is kept until its end, to find those that differ in case. */
    CHECKED,
    /**
     * Names of nodes and elements must not have upper-case letters, except for the first of an
     * element; then nothing need be kept, and decks may be of any length. That no element comes
     * twice is up to the caller.
     */
    LOWER_CASE
  }

  private static final int WIDTH = 100;
  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final WrittenNames names;
  private final StringBuilder text = new StringBuilder(BUFFER + 1024);
  private String inside = "";
  private int lineStart;

  /** A writer of decks of any names. */
  public SpiceWriter(OutputStream out) {
    this(out, Names.CHECKED);
  }

  public SpiceWriter(OutputStream out, Names names) {
    this.out = out;
    this.names = new WrittenNames(names);
  }

  @Override
  public void title(String title) {
    SpiceNames.requireLine(title);
    text.append(title.isEmpty() ? "*" : "* ").append(title);
    endLine();
  }

  @Override
  public void card(SpiceCard card) {
    if (card instanceof SpiceElement element) {
      element(element);
    } else if (card instanceof SpiceCard.Begin begin) {
      begin(begin);
    } else if (card instanceof SpiceCard.End end) {
      end(end);
    } else if (card instanceof SpiceCard.Model model) {
      model(model);
    } else if (card instanceof SpiceCard.Parameters parameters) {
      word(".param");
      parameters.parameters().forEach(this::parameter);
    } else if (card instanceof SpiceCard.Control control) {
      words(control.text());
    } else if (card instanceof SpiceCard.Comment comment) {
      text.append('*').append(comment.text());
    }
    endLine();
  }

  @Override
  public void end() {
    if (!inside.isEmpty()) {
      throw new IllegalArgumentException("subcircuit `%s` is not ended".formatted(inside));
    }
    text.append(".end");
    endLine();
    flush();
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void element(SpiceElement element) {
    word(element.name());
    names.element(element.name());
    element.nodes().forEach(this::node);
    boolean isModelFirst = !element.kind().isPassive();
    if (isModelFirst) {
      element.model().ifPresent(this::name);
    }
    element.value().ifPresent(value -> value(element.kind().isSource() ? "DC " : "", value));
    if (!isModelFirst) {
      element.model().ifPresent(this::modelOfPassive);
    }
    words(element.source());
    element.parameters().forEach(this::parameter);
  }

  /** Behind a value or in its place; a model there must not look like a value. */
  private void modelOfPassive(String model) {
    if (SpiceSyntax.looksLikeNumber(model)) {
      throw new IllegalArgumentException("model `%s` looks like a number".formatted(model));
    }
    name(model);
  }

  private void node(String node) {
    names.node(node);
    word(node);
  }

  private void begin(SpiceCard.Begin begin) {
    if (!inside.isEmpty()) {
      throw new IllegalArgumentException("subcircuit inside `%s`".formatted(inside));
    }
    names.subcircuit(begin.name());
    names.begin();
    inside = begin.name();
    word(".subckt");
    word(begin.name());
    begin.pins().forEach(this::node);
    begin.parameters().forEach(this::parameter);
  }

  private void end(SpiceCard.End end) {
    if (inside.isEmpty() || !end.name().equals(inside)) {
      throw new IllegalArgumentException("`%s` is not open".formatted(end.name()));
    }
    inside = "";
    names.end();
    word(".ends");
    word(end.name());
  }

  private void model(SpiceCard.Model model) {
    names.model(inside, model.name());
    word(".model");
    name(model.name());
    name(model.type());
    model.parameters().forEach(this::parameter);
  }

  private void name(String name) {
    SpiceNames.requireWritable(name);
    word(name);
  }

  private void parameter(SpiceParameter parameter) {
    SpiceNames.requireWritable(parameter.name());
    value(parameter.name() + "=", parameter.value());
  }

  private void value(String before, SpiceValue value) {
    if (value instanceof SpiceValue.Literal number) {
      word(before.concat(Decimal.text(number.value())));
    } else {
      word(before + "{" + ((SpiceValue.Expression) value).text() + "}");
    }
  }

  private void words(String words) {
    int from = 0;
    while (from < words.length()) {
      int end = words.indexOf(' ', from);
      end = end < 0 ? words.length() : end;
      word(words.substring(from, end));
      from = end + 1;
    }
  }

  private void word(String word) {
    int column = text.length() - lineStart;
    if (column > 1 && column + 1 + word.length() > WIDTH) {
      text.append("\n+");
      lineStart = text.length() - 1;
    }
    if (text.length() > lineStart) {
      text.append(' ');
    }
    text.append(word);
  }

  private void endLine() {
    text.append('\n');
    if (text.length() >= BUFFER) {
      flush();
    }
    lineStart = text.length();
  }

  private void flush() {
    try {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    text.setLength(0);
  }
}
