package pnnc.ir.photonic;

import pnnc.ir.circuit.Attributes;

/**
 * Two waveguides that cross: light goes from {@code west} to {@code east} and from {@code south} to
 * {@code north}, and back.
 *
 * @param model loss and crosstalk
 */
public record Crossing(
    String name, String west, String east, String south, String north, String model)
    implements PhotonicDevice {
  static final String KEYWORD = "crossing";

  static Crossing read(String name, Attributes a) {
    return new Crossing(
        name, a.word("west"), a.word("east"), a.word("south"), a.word("north"), a.word("model"));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    return Attributes.builder()
        .light("west", west)
        .light("east", east)
        .light("south", south)
        .light("north", north)
        .model("model", model)
        .build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.crossing(this);
  }
}
