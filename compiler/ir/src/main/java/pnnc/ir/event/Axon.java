package pnnc.ir.event;

import pnnc.base.units.Seconds;
import pnnc.ir.circuit.Attributes;

/**
 * Carries the spikes of one net to another, where they are new pulses: from a soma to the gates of
 * the next layer.
 *
 * @param delay at least 0
 */
public record Axon(String name, String input, String output, Seconds delay, Pulse pulse)
    implements EventDevice {
  static final String KEYWORD = "axon";

  public Axon {
    delay.requireNotNegative("delay");
  }

  static Axon read(String name, Attributes a) {
    return new Axon(
        name, a.word("input"), a.word("output"), a.quantity("delay", Seconds.UNIT), Pulse.read(a));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    var out = Attributes.builder().net("input", input).net("output", output);
    return pulse.describe(out.quantity("delay", delay)).build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.axon(this);
  }
}
