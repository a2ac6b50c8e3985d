package pnnc.ir.photonic;

import pnnc.base.units.Micrometres;
import pnnc.base.units.Watts;
import pnnc.ir.circuit.Attributes;

/**
 * A waveguide under a heater: phase {@code π P / P_π} on top of that of its length.
 *
 * @param drive net of one end of the heater
 * @param ground net of the other end
 * @param length of the heated waveguide
 * @param heaterLength of the heater over the waveguide
 * @param halfWavePower {@code P_π}, above 0
 * @param model index, dispersion and loss; the heater's resistance
 */
public record PhaseShifter(
    String name,
    String a,
    String b,
    String drive,
    String ground,
    Micrometres length,
    Micrometres width,
    Micrometres heaterLength,
    Watts halfWavePower,
    String model)
    implements PhotonicDevice {
  static final String KEYWORD = "phase-shifter";

  public PhaseShifter {
    length.requirePositive("length");
    width.requirePositive("width");
    heaterLength.requirePositive("heater length");
    halfWavePower.requirePositive("half wave power");
  }

  static PhaseShifter read(String name, Attributes a) {
    return new PhaseShifter(
        name,
        a.word("a"),
        a.word("b"),
        a.word("drive"),
        a.word("ground"),
        a.quantity("length", Micrometres.UNIT),
        a.quantity("width", Micrometres.UNIT),
        a.quantity("heater-length", Micrometres.UNIT),
        a.quantity("half-wave-power", Watts.UNIT),
        a.word("model"));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    return Attributes.builder()
        .light("a", a)
        .light("b", b)
        .net("drive", drive)
        .net("ground", ground)
        .quantity("length", length)
        .quantity("width", width)
        .quantity("heater-length", heaterLength)
        .quantity("half-wave-power", halfWavePower)
        .model("model", model)
        .build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.phaseShifter(this);
  }
}
