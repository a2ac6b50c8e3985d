package pnnc.ir.event;

import pnnc.base.units.Seconds;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

/**
 * A channel that fires once in each window, whatever the data: what inputs are early or late
 * against.
 *
 * @param time from the start of the window, at least 0
 */
public record Reference(String name, String output, Seconds time, Pulse pulse)
    implements EventDevice {
  static final Form<Reference> FORM =
      new Form<>(
          "reference",
          (name, f) ->
              new Reference(
                  name,
                  f.net("output", Reference::output),
                  f.quantity("time", Seconds.UNIT, Reference::time),
                  f.part(Reference::pulse, Pulse::fields)));

  public Reference {
    time.requireNotNegative("time");
  }

  @Override
  public Described<Reference> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.reference(this);
  }
}
