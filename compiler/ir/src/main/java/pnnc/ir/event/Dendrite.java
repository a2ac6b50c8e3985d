package pnnc.ir.event;

import java.util.List;
import pnnc.base.units.Micrometres;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Domain;
import pnnc.ir.circuit.Fields;
import pnnc.ir.circuit.Form;
import pnnc.ir.circuit.Reals;

/**
 * A multi-gate ferroelectric transistor: segments in a row, each under a gate on an input channel.
 * It conducts once its gates were pulsed in their order.
 *
 * <pre>
 *            gate 0    gate 1    gate 2
 *  supply ───[seg 0]───[seg 1]───[seg 2]─── drain
 *  (tip)                                    (stem)
 * </pre>
 *
 * @param gates nets, from the supply end; at least one
 * @param model a model card: domains, switching law, spreads
 * @param width of the active strip, above 0
 * @param gap between gates, at least 0
 * @param segments what each segment is, in the order of the gates
 */
public record Dendrite(
    String name,
    String supply,
    String drain,
    List<String> gates,
    String model,
    Micrometres width,
    Micrometres gap,
    Segments segments)
    implements EventDevice {
  static final Form<Dendrite> FORM =
      new Form<>(
          "dendrite",
          (name, f) ->
              new Dendrite(
                  name,
                  f.net("supply", Dendrite::supply),
                  f.net("drain", Dendrite::drain),
                  f.nets("gates", Domain.ELECTRICAL, Dendrite::gates),
                  f.model("model", Dendrite::model),
                  f.quantity("width", Micrometres.UNIT, Dendrite::width),
                  f.quantity("gap", Micrometres.UNIT, Dendrite::gap),
                  f.part(Dendrite::segments, Segments::fields)));

  /**
   * One number for each segment.
   *
   * @param lengthMicrometres of the gate along the channel, above 0
   * @param thresholdVolts of the unpolarised segment
   * @param polarization mean state of the domains at the start of a window, from −1 to 1
   */
  public record Segments(Reals lengthMicrometres, Reals thresholdVolts, Reals polarization) {
    public Segments {
      if (!(lengthMicrometres.min() > 0)) {
        throw new IllegalArgumentException(
            "segment length %s um is not positive".formatted(lengthMicrometres.min()));
      }
      if (polarization.min() < -1 || polarization.max() > 1) {
        throw new IllegalArgumentException("a polarization is not in [-1, 1]");
      }
      if (thresholdVolts.size() != lengthMicrometres.size()
          || polarization.size() != lengthMicrometres.size()) {
        throw new IllegalArgumentException(
            "%d lengths, %d thresholds, %d polarizations"
                .formatted(lengthMicrometres.size(), thresholdVolts.size(), polarization.size()));
      }
    }

    static Segments fields(Fields<Segments> f) {
      return new Segments(
          f.series("lengths", "um", Segments::lengthMicrometres),
          f.series("thresholds", "V", Segments::thresholdVolts),
          f.series("polarization", "", Segments::polarization));
    }

    /** The number of segments. */
    public int count() {
      return lengthMicrometres.size();
    }
  }

  public Dendrite {
    gates = List.copyOf(gates);
    width.requirePositive("width");
    gap.requireNotNegative("gap");
    if (gates.isEmpty() || gates.size() != segments.count()) {
      throw new IllegalArgumentException(
          "%d gates for %d segments".formatted(gates.size(), segments.count()));
    }
  }

  @Override
  public Described<Dendrite> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.dendrite(this);
  }
}
