package pnnc.ir.photonic;

import pnnc.base.units.Micrometres;
import pnnc.base.units.Volts;
import pnnc.ir.circuit.Attributes;

/**
 * Sets the phase (or, by its model, the amplitude) of light from a voltage, fast enough for data.
 *
 * @param drive net of the signal
 * @param ground net of its return
 * @param length of the active waveguide
 * @param halfWaveVoltage {@code V_π}, above 0
 * @param model index, dispersion, loss and law
 */
public record Modulator(
    String name,
    String a,
    String b,
    String drive,
    String ground,
    Micrometres length,
    Volts halfWaveVoltage,
    String model)
    implements PhotonicDevice {
  static final String KEYWORD = "modulator";

  public Modulator {
    length.requirePositive("length");
    halfWaveVoltage.requirePositive("half wave voltage");
  }

  static Modulator read(String name, Attributes a) {
    return new Modulator(
        name,
        a.word("a"),
        a.word("b"),
        a.word("drive"),
        a.word("ground"),
        a.quantity("length", Micrometres.UNIT),
        a.quantity("half-wave-voltage", Volts.UNIT),
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
        .quantity("half-wave-voltage", halfWaveVoltage)
        .model("model", model)
        .build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.modulator(this);
  }
}
