package pnnc.ir.photonic;

import pnnc.base.units.Micrometres;
import pnnc.base.units.Volts;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

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
  static final Form<Modulator> FORM =
      new Form<>(
          "modulator",
          (name, f) ->
              new Modulator(
                  name,
                  f.light("a", Modulator::a),
                  f.light("b", Modulator::b),
                  f.net("drive", Modulator::drive),
                  f.net("ground", Modulator::ground),
                  f.quantity("length", Micrometres.UNIT, Modulator::length),
                  f.quantity("half-wave-voltage", Volts.UNIT, Modulator::halfWaveVoltage),
                  f.model("model", Modulator::model)));

  public Modulator {
    length.requirePositive("length");
    halfWaveVoltage.requirePositive("half wave voltage");
  }

  @Override
  public Described<Modulator> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.modulator(this);
  }
}
