package pnnc.ir.photonic;

import java.util.List;
import pnnc.ir.circuit.Attributes;
import pnnc.ir.circuit.Domain;

/**
 * Anything else that a scattering matrix describes.
 *
 * @param model its scattering matrix
 * @param ends waveguide ends, in the order of the matrix; at least one
 */
public record Component(String name, String model, List<String> ends) implements PhotonicDevice {
  static final String KEYWORD = "component";

  public Component {
    ends = List.copyOf(ends);
    if (ends.isEmpty()) {
      throw new IllegalArgumentException("no ends");
    }
  }

  static Component read(String name, Attributes a) {
    return new Component(name, a.word("model"), a.words("ends"));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    return Attributes.builder().model("model", model).nets("ends", Domain.OPTICAL, ends).build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.component(this);
  }
}
