package pnnc.ir.electrical;

import java.util.Optional;
import pnnc.base.units.Siemens;
import pnnc.base.units.SquareMicrometres;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

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
  static final Form<Crosspoint> FORM =
      new Form<>(
          "crosspoint",
          (name, f) ->
              new Crosspoint(
                  name,
                  f.net("word-line", Crosspoint::wordLine),
                  f.net("bit-line", Crosspoint::bitLine),
                  f.model("model", Crosspoint::model),
                  f.quantity("area", SquareMicrometres.UNIT, Crosspoint::area),
                  f.integer("cuts", Crosspoint::cuts),
                  f.integer("level", Crosspoint::level),
                  f.optional(
                      "conductance",
                      Crosspoint::conductance,
                      g -> g.quantity("conductance", Siemens.UNIT, v -> v))));

  public Crosspoint {
    area.requirePositive("area");
    conductance.ifPresent(g -> g.requireNotNegative("conductance"));
    if (cuts < 0 || level < 0) {
      throw new IllegalArgumentException("negative: %d cuts, level %d".formatted(cuts, level));
    }
  }

  @Override
  public Described<Crosspoint> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.crosspoint(this);
  }
}
