package pnnc.ir.photonic;

import pnnc.ir.circuit.Attributes;

/**
 * Turns light into current.
 *
 * @param model responsivity, dark current, bandwidth
 */
public record Photodetector(String name, String input, String anode, String cathode, String model)
    implements PhotonicDevice {
  static final String KEYWORD = "photodetector";

  static Photodetector read(String name, Attributes a) {
    return new Photodetector(
        name, a.word("input"), a.word("anode"), a.word("cathode"), a.word("model"));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    return Attributes.builder()
        .light("input", input)
        .net("anode", anode)
        .net("cathode", cathode)
        .model("model", model)
        .build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.photodetector(this);
  }
}
