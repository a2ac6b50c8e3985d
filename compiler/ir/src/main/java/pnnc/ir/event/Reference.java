package pnnc.ir.event;

import pnnc.base.units.Seconds;
import pnnc.ir.circuit.Attributes;

/**
 * A channel that fires once in each window, whatever the data: what inputs are early or late
 * against.
 *
 * @param time from the start of the window, at least 0
 */
public record Reference(String name, String output, Seconds time, Pulse pulse)
    implements EventDevice {
  static final String KEYWORD = "reference";

  public Reference {
    time.requireNotNegative("time");
  }

  static Reference read(String name, Attributes a) {
    return new Reference(name, a.word("output"), a.quantity("time", Seconds.UNIT), Pulse.read(a));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    var out = Attributes.builder().net("output", output).quantity("time", time);
    return pulse.describe(out).build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.reference(this);
  }
}
