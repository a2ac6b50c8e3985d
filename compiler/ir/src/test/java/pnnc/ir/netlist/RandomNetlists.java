package pnnc.ir.netlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import pnnc.base.bytes.ByteSource;
import pnnc.base.units.Micrometres;
import pnnc.ir.circuit.Cell;
import pnnc.ir.circuit.Circuit;
import pnnc.ir.circuit.Device;
import pnnc.ir.circuit.Dialect;
import pnnc.ir.circuit.Instance;
import pnnc.ir.circuit.Location;
import pnnc.ir.circuit.Locations;
import pnnc.ir.circuit.Model;
import pnnc.ir.circuit.Perturbation;
import pnnc.ir.circuit.Port;
import pnnc.ir.electrical.ElectricalDevice;
import pnnc.ir.event.EventDevice;
import pnnc.ir.photonic.PhotonicDevice;
import pnnc.ir.wave.PhaseMask;
import pnnc.ir.wave.Plane;
import pnnc.ir.wave.Samples;
import pnnc.ir.wave.WaveElement;

/** Netlists of random devices on random nets: well formed, seldom without faults. */
final class RandomNetlists implements Netlist.Visitor<Netlist> {
  private final Random random;
  private final Perturbation perturb;
  private final Locations.Builder locations = new Locations.Builder();

  private RandomNetlists(long seed) {
    this.random = new Random(seed);
    this.perturb = new Perturbation(random);
  }

  /** A random netlist of the physics of {@code example}. */
  static LocatedNetlist random(String example, long seed) {
    RandomNetlists make = new RandomNetlists(seed);
    Netlist netlist = ExampleNetlists.parse(example).accept(make);
    return new LocatedNetlist(netlist, make.locations.build());
  }

  @Override
  public Netlist electrical(ElectricalNetlist n) {
    return new ElectricalNetlist(circuit(n.circuit(), ElectricalDevice.DIALECT));
  }

  @Override
  public Netlist event(EventNetlist n) {
    return new EventNetlist(n.timing(), circuit(n.circuit(), EventDevice.DIALECT));
  }

  @Override
  public Netlist photonic(PhotonicNetlist n) {
    return new PhotonicNetlist(n.band(), circuit(n.circuit(), PhotonicDevice.DIALECT));
  }

  @Override
  public Netlist wave(WaveNetlist n) {
    List<WaveElement> elements = devices("", n.elements(), WaveElement.DIALECT);
    elements.add(mask());
    return new WaveNetlist(perturb.name(), n.space(), elements);
  }

  private PhaseMask mask() {
    int nx = 1 + random.nextInt(9);
    int ny = 1 + random.nextInt(9);
    byte[] floats = new byte[4 * nx * ny];
    random.nextBytes(floats);
    Micrometres one = new Micrometres(1);
    return new PhaseMask(
        "noise",
        new Plane(one, one, one, nx, ny, one, one),
        new Samples.Floats(ByteSource.of("noise", floats)));
  }

  private <D extends Device> Circuit<D> circuit(Circuit<D> example, Dialect<D> dialect) {
    List<D> devices = new ArrayList<>();
    example.cells().forEach(c -> devices.addAll(c.devices()));
    List<Cell<D>> cells = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String name = "c" + i;
      cells.add(new Cell<>(name, ports(), devices(name, devices, dialect), instances()));
    }
    return new Circuit<>(perturb.name(), models(), cells, perturb.name());
  }

  private <D extends Device> List<D> devices(String cell, List<D> from, Dialect<D> dialect) {
    List<D> devices = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      String name = perturb.name();
      devices.add(perturb.device(dialect, any(from), name));
      if (random.nextBoolean()) {
        locations.put(cell, name, location());
      }
    }
    return devices;
  }

  private Location location() {
    long x = random.nextInt();
    return random.nextBoolean()
        ? Location.of(perturb.name(), x, random.nextInt(100))
        : new Location("", x, 0, random.nextInt(5), 7);
  }

  private List<Port> ports() {
    List<Port> ports = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      ports.add(
          new Port(
              "p" + i, any(List.of(Port.Direction.values())), any(List.of(Port.Role.values()))));
    }
    return ports;
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private List<Instance> instances() {
    List<Instance> instances = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      instances.add(new Instance("i" + i, "c1", List.of(perturb.name(), perturb.name())));
    }
    return instances;
  }

  private List<Model> models() {
    List<Model> models = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      TreeMap<String, Double> parameters = new TreeMap<>();
      parameters.put(perturb.name(), Double.longBitsToDouble(random.nextLong() & ~(1L << 62)));
      models.add(new Model("m" + i, "kind", parameters));
    }
    return models;
  }
}
