package pnnc.ir.electrical;

import java.util.List;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Domain;
import pnnc.ir.circuit.Form;

/**
 * A converter, a driver, anything whose inside is not drawn here.
 *
 * @param model a model card
 * @param ports what the box calls its terminals; all different
 * @param nets what each is on, in the order of {@code ports}
 */
public record BlackBox(String name, String model, List<String> ports, List<String> nets)
    implements ElectricalDevice {
  static final Form<BlackBox> FORM =
      new Form<>(
          "box",
          (name, f) ->
              new BlackBox(
                  name,
                  f.model("model", BlackBox::model),
                  f.words("ports", BlackBox::ports),
                  f.nets("nets", Domain.ELECTRICAL, BlackBox::nets)));

  public BlackBox {
    ports = List.copyOf(ports);
    nets = List.copyOf(nets);
    if (ports.size() != nets.size()) {
      throw new IllegalArgumentException(
          "%d nets for %d ports".formatted(nets.size(), ports.size()));
    }
    if (ports.stream().distinct().count() != ports.size()) {
      throw new IllegalArgumentException("a port twice among " + ports);
    }
  }

  @Override
  public Described<BlackBox> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.blackBox(this);
  }
}
