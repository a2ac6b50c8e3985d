package pnnc.ir.electrical;

import java.util.Optional;
import pnnc.base.units.Siemens;
import pnnc.base.units.SquareMicrometres;
import pnnc.ir.circuit.Attributes;

/**
 * The device where a word line crosses a bit line: a ReRAM cell, or the vias of a ROM.
 *
 * @param model a model card
 * @param area of the device as drawn, above 0
 * @param cuts vias side by side, at least 0; 0 where the device has none
 * @param level which of the technology's discrete cells it is, at least 0
 * @param conductance where the layout fixes it, at least 0; a programmable device has none until it
 *     is programmed
 */
public record Crosspoint(
    String name,
    String wordLine,
    String bitLine,
    String model,
    SquareMicrometres area,
    int cuts,
    int level,
    Optional<Siemens> conductance)
    implements ElectricalDevice {
  static final String KEYWORD = "crosspoint";

  public Crosspoint {
    area.requirePositive("area");
    conductance.ifPresent(g -> g.requireNotNegative("conductance"));
    if (cuts < 0 || level < 0) {
      throw new IllegalArgumentException("negative: %d cuts, level %d".formatted(cuts, level));
    }
  }

  static Crosspoint read(String name, Attributes a) {
    return new Crosspoint(
        name,
        a.word("word-line"),
        a.word("bit-line"),
        a.word("model"),
        a.quantity("area", SquareMicrometres.UNIT),
        a.integer("cuts"),
        a.integer("level"),
        a.optional("conductance", key -> a.quantity(key, Siemens.UNIT)));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    var out = Attributes.builder();
    out.net("word-line", wordLine).net("bit-line", bitLine).model("model", model);
    out.quantity("area", area).number("cuts", cuts).number("level", level);
    return out.optional(conductance, g -> out.quantity("conductance", g)).build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.crosspoint(this);
  }
}
