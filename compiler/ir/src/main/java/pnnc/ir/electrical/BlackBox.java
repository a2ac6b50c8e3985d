package pnnc.ir.electrical;

import java.util.List;
import pnnc.ir.circuit.Attributes;
import pnnc.ir.circuit.Domain;

/**
 * A converter, a driver, anything whose inside is not drawn here.
 *
 * @param model a model card
 * @param ports what the box calls its terminals; all different
 * @param nets what each is on, in the order of {@code ports}
 */
public record BlackBox(String name, String model, List<String> ports, List<String> nets)
    implements ElectricalDevice {
  static final String KEYWORD = "box";

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

  static BlackBox read(String name, Attributes a) {
    return new BlackBox(name, a.word("model"), a.words("ports"), a.words("nets"));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    return Attributes.builder()
        .model("model", model)
        .words("ports", ports)
        .nets("nets", Domain.ELECTRICAL, nets)
        .build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.blackBox(this);
  }
}
