package pnnc.ir.netlist;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import pnnc.ir.circuit.Port;
import pnnc.ir.circuit.Port.Direction;
import pnnc.ir.circuit.Port.Role;
import pnnc.ir.wave.Detector;
import pnnc.ir.wave.InputPlane;
import pnnc.ir.wave.Space;
import pnnc.ir.wave.WaveElement;

/**
 * A volume that light passes.
 *
 * @param elements kept by name: order means nothing; volumes do not overlap
 */
public record WaveNetlist(String name, Space space, List<WaveElement> elements) implements Netlist {
  public WaveNetlist {
    elements = elements.stream().sorted(Comparator.comparing(WaveElement::name)).toList();
  }

  /** The elements of one kind. */
  public <E extends WaveElement> List<E> elements(Class<E> kind) {
    return elements.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Input planes, then detectors. */
  @Override
  public List<Port> ports() {
    return Stream.concat(
            elements(InputPlane.class).stream().map(e -> port(e, Direction.IN)),
            elements(Detector.class).stream().map(e -> port(e, Direction.OUT)))
        .toList();
  }

  private static Port port(WaveElement element, Direction direction) {
    return new Port(element.name(), direction, Role.OPTICAL);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.wave(this);
  }
}
