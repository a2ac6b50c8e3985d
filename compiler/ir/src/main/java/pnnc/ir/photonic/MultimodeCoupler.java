package pnnc.ir.photonic;

import java.util.List;
import pnnc.base.units.Micrometres;
import pnnc.ir.circuit.Attributes;
import pnnc.ir.circuit.Domain;

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
  static final String KEYWORD = "mmi";

  public MultimodeCoupler {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    if (inputs.isEmpty() || outputs.isEmpty()) {
      throw new IllegalArgumentException("no inputs or no outputs");
    }
    length.requirePositive("length");
    width.requirePositive("width");
  }

  static MultimodeCoupler read(String name, Attributes a) {
    return new MultimodeCoupler(
        name,
        a.words("inputs"),
        a.words("outputs"),
        a.quantity("length", Micrometres.UNIT),
        a.quantity("width", Micrometres.UNIT),
        a.word("model"));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    return Attributes.builder()
        .nets("inputs", Domain.OPTICAL, inputs)
        .nets("outputs", Domain.OPTICAL, outputs)
        .quantity("length", length)
        .quantity("width", width)
        .model("model", model)
        .build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.multimodeCoupler(this);
  }
}
