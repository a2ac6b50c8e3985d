package pnnc.ir.event;

import pnnc.base.units.Seconds;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

/**
 * Carries the spikes of one net to another, where they are new pulses: from a soma to the gates of
 * the next layer.
 *
 * @param delay at least 0
 */
public record Axon(String name, String input, String output, Seconds delay, Pulse pulse)
    implements EventDevice {
  static final Form<Axon> FORM =
      new Form<>(
          "axon",
          (name, f) ->
              new Axon(
                  name,
                  f.net("input", Axon::input),
                  f.net("output", Axon::output),
                  f.quantity("delay", Seconds.UNIT, Axon::delay),
                  f.part(Axon::pulse, Pulse::fields)));

  public Axon {
    delay.requireNotNegative("delay");
  }

  @Override
  public Described<Axon> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.axon(this);
  }
}
