package pnnc.ir.circuit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import pnnc.ir.circuit.Port.Direction;
import pnnc.ir.circuit.Port.Role;
import pnnc.ir.text.Token;
import pnnc.ir.text.TokenReader;

/** Reads what {@link CircuitPrinter} writes. Not thread-safe. */
public final class CircuitParser<D extends Device> {
  private final TokenReader in;
  private final EntryReader entries;
  private final Dialect<D> dialect;
  private final Locations.Builder locations;

  public CircuitParser(
      TokenReader in, EntryReader entries, Dialect<D> dialect, Locations.Builder locations) {
    this.in = in;
    this.entries = entries;
    this.dialect = dialect;
    this.locations = locations;
  }

  /** The circuit that stands next; places of devices go to the builder. */
  public Circuit<D> parse(String name) {
    List<Model> models = new ArrayList<>();
    while (in.take("model")) {
      models.add(model());
    }
    List<Cell<D>> cells = new ArrayList<>();
    while (in.take("cell")) {
      cells.add(cell());
    }
    if (!in.take("top")) {
      throw in.fault(in.peek(), cells.isEmpty() ? "`model`, `cell` or `top`" : "`cell` or `top`");
    }
    return new Circuit<>(name, models, cells, in.word("the name of the top cell"));
  }

  private Model model() {
    Token token = in.peek();
    String name = in.word("a model's name");
    String kind = in.word("a kind of model");
    Map<String, Double> parameters = new TreeMap<>();
    while (in.peek().isName() && in.peekSecond().is("=")) {
      Token keyToken = in.peek();
      String key = in.word("a parameter");
      in.expect("=");
      if (parameters.put(key, in.number("a number")) != null) {
        throw in.fault(keyToken, "each parameter once", "`" + key + "` again");
      }
    }
    return named(token, "model", () -> new Model(name, kind, parameters));
  }

  private Cell<D> cell() {
    Token token = in.peek();
    String name = in.word("a cell's name");
    in.expect("{");
    List<Port> ports = new ArrayList<>();
    while (in.take("port")) {
      ports.add(port());
    }
    List<D> devices = new ArrayList<>();
    List<Instance> instances = new ArrayList<>();
    while (!in.take("}")) {
      content(name, devices, instances);
    }
    return named(token, "cell", () -> new Cell<>(name, ports, devices, instances));
  }

  private void content(String cell, List<D> devices, List<Instance> instances) {
    Entry entry = entries.entry("a device, `instance` or `}`");
    if (entry.keyword().is(Instance.FORM.keyword())) {
      instances.add(entries.instance(entry));
    } else {
      devices.add(entries.device(entry, dialect));
    }
    entries.location(entry).ifPresent(at -> locations.put(cell, entry.name(), at));
  }

  private Port port() {
    Token token = in.peek();
    String name = in.word("a port's name");
    Direction direction = choice(Direction.values(), "a direction");
    Role role = choice(Role.values(), "a role");
    return named(token, "port", () -> new Port(name, direction, role));
  }

  private <E extends Enum<E>> E choice(E[] choices, String expected) {
    Token token = in.peek();
    String word = in.word(expected);
    for (E choice : choices) {
      if (Names.word(choice).equals(word)) {
        return choice;
      }
    }
    throw in.fault(token, expected);
  }

  private <T> T named(Token token, String what, Supplier<T> make) {
    try {
      return make.get();
    } catch (IllegalArgumentException e) {
      throw in.fault(token, "a possible " + what, e.getMessage());
    }
  }
}
