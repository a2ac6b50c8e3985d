package pnnc.driver.toy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pnnc.backend.ArtifactSource;
import pnnc.backend.Extractor;
import pnnc.backend.Target;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.ir.circuit.Cell;
import pnnc.ir.circuit.Circuit;
import pnnc.ir.circuit.Model;
import pnnc.ir.circuit.Port;
import pnnc.ir.electrical.ElectricalDevice;
import pnnc.ir.netlist.ElectricalNetlist;
import pnnc.ir.netlist.Netlist;

/** Finds which device touches which lines; labels only name the lines. */
final class ToyExtractor implements Extractor {
  @Override
  public Die open(Target target, ArtifactSource files) throws IOException {
    ByteSource bytes = files.open(ToyEmitter.FILE);
    byte[] all = new byte[(int) bytes.size()];
    bytes.slice(0, all.length).get(all);
    Map<String, ToyLayout> cells = new LinkedHashMap<>();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(all));
    while (in.available() > 0) {
      ToyLayout cell = ToyLayout.read(in);
      cells.put(cell.name(), cell);
    }
    return unit -> {
      ToyLayout cell = cells.get(unit);
      if (cell == null) {
        throw new DiagnosedException(
            DiagnosticCode.FILE_UNREADABLE.error(ToyEmitter.FILE, "it has no cell " + unit));
      }
      return extract(cell);
    };
  }

  private static Netlist extract(ToyLayout cell) {
    List<Port> ports = new ArrayList<>();
    List<ElectricalDevice> devices = new ArrayList<>();
    List<ToyLayout.Box> words = layer(cell, ToyLayout.WORD);
    List<ToyLayout.Box> bits = layer(cell, ToyLayout.BIT);
    words.forEach(w -> ports.add(new Port(net(cell, w), Port.Direction.IN, Port.Role.SIGNAL)));
    bits.forEach(b -> ports.add(new Port(net(cell, b), Port.Direction.OUT, Port.Role.SIGNAL)));
    for (ToyLayout.Box device : layer(cell, ToyLayout.DEVICE)) {
      String word = net(cell, touching(device, words));
      String bit = net(cell, touching(device, bits));
      devices.add(ToyLowering.crosspoint(word, bit, device.width()));
    }
    Model model = new Model("film", "resistive", Map.of());
    return new ElectricalNetlist(
        Circuit.flat(
            cell.name(), List.of(model), new Cell<>(cell.name(), ports, devices, List.of())));
  }

  private static List<ToyLayout.Box> layer(ToyLayout cell, int layer) {
    return cell.boxes().stream().filter(b -> b.layer() == layer).toList();
  }

  private static ToyLayout.Box touching(ToyLayout.Box device, List<ToyLayout.Box> lines) {
    return lines.stream().filter(device::touches).findFirst().orElseThrow();
  }

  private static String net(ToyLayout cell, ToyLayout.Box line) {
    return cell.labels().stream()
        .filter(line::contains)
        .findFirst()
        .map(ToyLayout.Label::text)
        .orElse("unnamed");
  }
}
