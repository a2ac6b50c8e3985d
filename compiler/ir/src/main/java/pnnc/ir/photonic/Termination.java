package pnnc.ir.photonic;

import pnnc.ir.circuit.Attributes;

/**
 * Swallows the light that reaches it.
 *
 * @param model what it reflects all the same
 */
public record Termination(String name, String input, String model) implements PhotonicDevice {
  static final String KEYWORD = "termination";

  static Termination read(String name, Attributes a) {
    return new Termination(name, a.word("input"), a.word("model"));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    return Attributes.builder().light("input", input).model("model", model).build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.termination(this);
  }
}
