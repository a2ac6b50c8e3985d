package pnnc.ir.photonic;

import pnnc.base.units.Micrometres;
import pnnc.base.units.Watts;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

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
  static final Form<PhaseShifter> FORM =
      new Form<>(
          "phase-shifter",
          (name, f) ->
              new PhaseShifter(
                  name,
                  f.light("a", PhaseShifter::a),
                  f.light("b", PhaseShifter::b),
                  f.net("drive", PhaseShifter::drive),
                  f.net("ground", PhaseShifter::ground),
                  f.quantity("length", Micrometres.UNIT, PhaseShifter::length),
                  f.quantity("width", Micrometres.UNIT, PhaseShifter::width),
                  f.quantity("heater-length", Micrometres.UNIT, PhaseShifter::heaterLength),
                  f.quantity("half-wave-power", Watts.UNIT, PhaseShifter::halfWavePower),
                  f.model("model", PhaseShifter::model)));

  public PhaseShifter {
    length.requirePositive("length");
    width.requirePositive("width");
    heaterLength.requirePositive("heater length");
    halfWavePower.requirePositive("half wave power");
  }

  @Override
  public Described<PhaseShifter> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.phaseShifter(this);
  }
}
