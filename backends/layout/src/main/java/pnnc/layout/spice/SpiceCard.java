package pnnc.layout.spice;

import java.util.List;

/** One thing in a deck: a line with all that continue it. Immutable. */
public sealed interface SpiceCard
    permits SpiceCard.Comment,
        SpiceCard.Parameters,
        SpiceCard.Model,
        SpiceCard.Begin,
        SpiceCard.End,
        SpiceCard.Control,
        SpiceElement {

  /**
   * A line for people.
   *
   * @param text what stands behind the {@code *}, without line ends and blanks at its end
   */
  record Comment(String text) implements SpiceCard {
    public Comment {
      SpiceNames.requireLine(text);
    }
  }

  /**
   * {@code .param}, for the deck or the subcircuit it stands in.
   *
   * @param parameters at least one
   */
  record Parameters(List<SpiceParameter> parameters) implements SpiceCard {
    public Parameters {
      parameters = List.copyOf(parameters);
      if (parameters.isEmpty()) {
        throw new IllegalArgumentException(".param without parameters");
      }
    }
  }

  /** {@code .model NAME TYPE name=value …}. */
  record Model(String name, String type, List<SpiceParameter> parameters) implements SpiceCard {
    public Model {
      SpiceNames.requireName(name);
      SpiceNames.requireName(type);
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * {@code .subckt}: what follows up to {@link End} is inside.
   *
   * @param pins nodes that are seen from outside, in order; may be none
   * @param parameters with what they are if nobody says otherwise
   */
  record Begin(String name, List<String> pins, List<SpiceParameter> parameters)
      implements SpiceCard {
    public Begin {
      SpiceNames.requireName(name);
      pins.forEach(SpiceNames::requireName);
      pins = List.copyOf(pins);
      parameters = List.copyOf(parameters);
    }
  }

  /** {@code .ends} of the subcircuit of that name. */
  record End(String name) implements SpiceCard {
    public End {
      SpiceNames.requireName(name);
    }
  }

  /**
   * A line that says what to do, {@code .tran 1n 1u}; pnnc passes it on.
   *
   * @param text begins with the {@code .}; words with one blank between them, printable ASCII
   */
  record Control(String text) implements SpiceCard {
    public Control {
      SpiceNames.requireLine(text);
      boolean isPlain = text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
      if (!isPlain
          || SpiceSyntax.cutsWords(text)
          || !SpiceSyntax.isControl(text)
          || SpiceSyntax.hasWideBlanks(text)) {
        throw new IllegalArgumentException("not a control line: `%s`".formatted(text));
      }
    }
  }
}
