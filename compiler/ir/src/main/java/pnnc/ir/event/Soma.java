package pnnc.ir.event;

import java.util.List;
import pnnc.base.units.Amperes;
import pnnc.base.units.Seconds;
import pnnc.ir.circuit.Attributes;
import pnnc.ir.circuit.Domain;
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
  static final String KEYWORD = "soma";

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

  static Soma read(String name, Attributes a) {
    return new Soma(
        name,
        a.words("inputs"),
        a.series("gains", ""),
        a.word("output"),
        a.quantity("threshold", Amperes.UNIT),
        a.quantity("leak", Seconds.UNIT),
        a.choice("readout", Readout.class));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    return Attributes.builder()
        .nets("inputs", Domain.ELECTRICAL, inputs)
        .series("gains", gains, "")
        .net("output", output)
        .quantity("threshold", threshold)
        .quantity("leak", leak)
        .choice("readout", readout)
        .build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.soma(this);
  }
}
