package pnnc.ir.event;

import pnnc.ir.circuit.Attributes;

/**
 * The driver of an input channel: puts a pulse on {@code output} for each spike that net {@code
 * input} brings from outside.
 */
public record Channel(String name, String input, String output, Pulse pulse)
    implements EventDevice {
  static final String KEYWORD = "channel";

  static Channel read(String name, Attributes a) {
    return new Channel(name, a.word("input"), a.word("output"), Pulse.read(a));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    var out = Attributes.builder().net("input", input).net("output", output);
    return pulse.describe(out).build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.channel(this);
  }
}
