package pnnc.ir.event;

import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

/**
 * The driver of an input channel: puts a pulse on {@code output} for each spike that net {@code
 * input} brings from outside.
 */
public record Channel(String name, String input, String output, Pulse pulse)
    implements EventDevice {
  static final Form<Channel> FORM =
      new Form<>(
          "channel",
          (name, f) ->
              new Channel(
                  name,
                  f.net("input", Channel::input),
                  f.net("output", Channel::output),
                  f.part(Channel::pulse, Pulse::fields)));

  @Override
  public Described<Channel> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.channel(this);
  }
}
