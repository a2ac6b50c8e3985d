package pnnc.driver.toy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import pnnc.backend.ArtifactSink;
import pnnc.backend.Emitter;
import pnnc.backend.LoweredUnit;
import pnnc.backend.Target;
import pnnc.backend.Unit;
import pnnc.ir.circuit.Port;
import pnnc.ir.electrical.Crosspoint;
import pnnc.ir.netlist.ElectricalNetlist;

/** Word lines lie, bit lines stand, devices sit where they cross. */
final class ToyEmitter implements Emitter {
  static final String FILE = "layout/top.toy";

  private static final int PITCH = 2000;
  private static final int LINE = 400;

  @Override
  public Die begin(Target target, ArtifactSink files) throws IOException {
    DataOutputStream out = new DataOutputStream(files.create(FILE));
    return new Die() {
      @Override
      public void add(Unit unit, LoweredUnit lowered) throws IOException {
        draw((ElectricalNetlist) lowered.netlist()).write(out);
      }

      @Override
      public void finish() throws IOException {
        out.close();
      }
    };
  }

  private static ToyLayout draw(ElectricalNetlist netlist) {
    List<String> words = ports(netlist, Port.Direction.IN);
    List<String> bits = ports(netlist, Port.Direction.OUT);
    List<ToyLayout.Box> boxes = new ArrayList<>();
    List<ToyLayout.Label> labels = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      int y = i * PITCH;
      boxes.add(new ToyLayout.Box(ToyLayout.WORD, 0, y, bits.size() * PITCH, LINE));
      labels.add(new ToyLayout.Label(words.get(i), ToyLayout.WORD, 0, y));
    }
    for (int j = 0; j < bits.size(); j++) {
      int x = j * PITCH;
      boxes.add(new ToyLayout.Box(ToyLayout.BIT, x, 0, LINE, words.size() * PITCH));
      labels.add(new ToyLayout.Label(bits.get(j), ToyLayout.BIT, x, 0));
    }
    netlist.circuit().cells().get(0).devices().stream()
        .map(Crosspoint.class::cast)
        .forEach(d -> boxes.add(box(d, words, bits)));
    return new ToyLayout(netlist.name(), boxes, labels);
  }

  private static ToyLayout.Box box(Crosspoint device, List<String> words, List<String> bits) {
    int side = (int) Math.round(1000 * Math.sqrt(device.area().value()));
    int x = bits.indexOf(device.bitLine()) * PITCH;
    int y = words.indexOf(device.wordLine()) * PITCH;
    return new ToyLayout.Box(ToyLayout.DEVICE, x, y, side, side);
  }

  private static List<String> ports(ElectricalNetlist netlist, Port.Direction direction) {
    return netlist.ports().stream()
        .filter(p -> p.direction() == direction)
        .map(Port::name)
        .toList();
  }
}
