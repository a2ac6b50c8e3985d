package pnnc.ir.event;

import java.util.List;
import pnnc.base.units.Amperes;
import pnnc.base.units.Seconds;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Domain;
import pnnc.ir.circuit.Form;
import pnnc.ir.circuit.Reals;

/**
 * Adds the currents of sense lines, each through a mirror of its own ratio, and answers on {@code
 * output}. Dendrites that share a drain net add up before they get here.
 *
 * @param inputs nets of sense lines; at least one
 * @param gains ratio of each input's mirror; below 0 where it subtracts
 * @param threshold on the sum, above 0
 * @param leak time in which the sum decays to 1/e, above 0
 * @param readout what the answer is
 */
public record Soma(
    String name,
    List<String> inputs,
    Reals gains,
    String output,
    Amperes threshold,
    Seconds leak,
    Readout readout)
    implements EventDevice {
  static final Form<Soma> FORM =
      new Form<>(
          "soma",
          (name, f) ->
              new Soma(
                  name,
                  f.nets("inputs", Domain.ELECTRICAL, Soma::inputs),
                  f.series("gains", "", Soma::gains),
                  f.net("output", Soma::output),
                  f.quantity("threshold", Amperes.UNIT, Soma::threshold),
                  f.quantity("leak", Seconds.UNIT, Soma::leak),
                  f.choice("readout", Readout.class, Soma::readout)));

  /** What a soma answers with. */
  public enum Readout {
    /** A spike at the moment at which the sum passes the threshold. */
    SPIKE,
    /** The sum at the end of the window, in units of the threshold. */
    CURRENT
  }

  public Soma {
    inputs = List.copyOf(inputs);
    threshold.requirePositive("threshold");
    leak.requirePositive("leak");
    if (inputs.isEmpty() || inputs.size() != gains.size()) {
      throw new IllegalArgumentException(
          "%d gains for %d inputs".formatted(gains.size(), inputs.size()));
    }
  }

  @Override
  public Described<Soma> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.soma(this);
  }
}
