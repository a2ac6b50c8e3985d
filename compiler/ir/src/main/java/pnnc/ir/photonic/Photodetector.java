package pnnc.ir.photonic;

import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

/**
 * Turns light into current.
 *
 * @param model responsivity, dark current, bandwidth
 */
public record Photodetector(String name, String input, String anode, String cathode, String model)
    implements PhotonicDevice {
  static final Form<Photodetector> FORM =
      new Form<>(
          "photodetector",
          (name, f) ->
              new Photodetector(
                  name,
                  f.light("input", Photodetector::input),
                  f.net("anode", Photodetector::anode),
                  f.net("cathode", Photodetector::cathode),
                  f.model("model", Photodetector::model)));

  @Override
  public Described<Photodetector> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.photodetector(this);
  }
}
