package pnnc.ir.photonic;

import java.util.List;
import pnnc.base.units.Micrometres;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Domain;
import pnnc.ir.circuit.Form;

/**
 * A multimode-interference splitter or combiner.
 *
 * @param inputs waveguide ends on one side, at least one
 * @param outputs waveguide ends on the other side, at least one
 * @param length of the body
 * @param width of the body
 * @param model its scattering matrix
 */
public record MultimodeCoupler(
    String name,
    List<String> inputs,
    List<String> outputs,
    Micrometres length,
    Micrometres width,
    String model)
    implements PhotonicDevice {
  static final Form<MultimodeCoupler> FORM =
      new Form<>(
          "mmi",
          (name, f) ->
              new MultimodeCoupler(
                  name,
                  f.nets("inputs", Domain.OPTICAL, MultimodeCoupler::inputs),
                  f.nets("outputs", Domain.OPTICAL, MultimodeCoupler::outputs),
                  f.quantity("length", Micrometres.UNIT, MultimodeCoupler::length),
                  f.quantity("width", Micrometres.UNIT, MultimodeCoupler::width),
                  f.model("model", MultimodeCoupler::model)));

  public MultimodeCoupler {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    if (inputs.isEmpty() || outputs.isEmpty()) {
      throw new IllegalArgumentException("no inputs or no outputs");
    }
    length.requirePositive("length");
    width.requirePositive("width");
  }

  @Override
  public Described<MultimodeCoupler> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.multimodeCoupler(this);
  }
}
