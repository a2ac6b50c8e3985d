package pnnc.ir.photonic;

import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

/**
 * Two waveguides that cross: light goes from {@code west} to {@code east} and from {@code south} to
 * {@code north}, and back.
 *
 * @param model loss and crosstalk
 */
public record Crossing(
    String name, String west, String east, String south, String north, String model)
    implements PhotonicDevice {
  static final Form<Crossing> FORM =
      new Form<>(
          "crossing",
          (name, f) ->
              new Crossing(
                  name,
                  f.light("west", Crossing::west),
                  f.light("east", Crossing::east),
                  f.light("south", Crossing::south),
                  f.light("north", Crossing::north),
                  f.model("model", Crossing::model)));

  @Override
  public Described<Crossing> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.crossing(this);
  }
}
