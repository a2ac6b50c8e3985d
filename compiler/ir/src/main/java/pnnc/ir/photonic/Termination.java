package pnnc.ir.photonic;

import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

/**
 * Swallows the light that reaches it.
 *
 * @param model what it reflects all the same
 */
public record Termination(String name, String input, String model) implements PhotonicDevice {
  static final Form<Termination> FORM =
      new Form<>(
          "termination",
          (name, f) ->
              new Termination(
                  name,
                  f.light("input", Termination::input),
                  f.model("model", Termination::model)));

  @Override
  public Described<Termination> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.termination(this);
  }
}
