package pnnc.ir.photonic;

import java.util.List;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Domain;
import pnnc.ir.circuit.Form;

/**
 * Anything else that a scattering matrix describes.
 *
 * @param model its scattering matrix
 * @param ends waveguide ends, in the order of the matrix; at least one
 */
public record Component(String name, String model, List<String> ends) implements PhotonicDevice {
  static final Form<Component> FORM =
      new Form<>(
          "component",
          (name, f) ->
              new Component(
                  name,
                  f.model("model", Component::model),
                  f.nets("ends", Domain.OPTICAL, Component::ends)));

  public Component {
    ends = List.copyOf(ends);
    if (ends.isEmpty()) {
      throw new IllegalArgumentException("no ends");
    }
  }

  @Override
  public Described<Component> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.component(this);
  }
}
