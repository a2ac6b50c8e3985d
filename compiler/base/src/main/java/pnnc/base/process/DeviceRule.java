package pnnc.base.process;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A device for each connected piece of {@code body} inside all of {@code inside} and outside all of
 * {@code outside}. A layer that comes twice among the terminals ends there, so that current has to
 * pass the device: the diffusion at a channel, the film of a resistor. One that comes once goes on:
 * a gate, a plate. A body that is no terminal joins nothing there: a via that is a memory.
 *
 * @param name as the process calls it
 * @param kind {@code transistor}, {@code memory}, {@code resistor}, {@code heater}, …
 * @param terminals layers whose nets are its terminals, in this order; a layer twice means both
 *     ends
 * @param sheetOhms sheet resistance of the body in ohms per square, where it is not the layer's
 */
public record DeviceRule(
    String name,
    String kind,
    String body,
    List<String> inside,
    List<String> outside,
    List<String> terminals,
    OptionalDouble sheetOhms) {
  public DeviceRule {
    inside = List.copyOf(inside);
    outside = List.copyOf(outside);
    terminals = List.copyOf(terminals);
    if (terminals.isEmpty()) {
      throw new IllegalArgumentException("device %s without terminals".formatted(name));
    }
  }

  /** Every layer that it speaks of. */
  public List<String> layers() {
    List<String> all = new ArrayList<>(List.of(body));
    all.addAll(inside);
    all.addAll(outside);
    all.addAll(terminals);
    return all;
  }
}
