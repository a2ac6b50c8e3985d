package pnnc.ir.circuit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the nets of one cell: each leads somewhere and carries one thing. */
final class NetCheck {
  /** What meets on a net. */
  private record End(String device, String label, Domain domain) {}

  private final Cell<?> cell;
  private final Map<String, List<End>> ends = new LinkedHashMap<>();

  NetCheck(Circuit<?> circuit, Cell<?> cell) {
    this.cell = cell;
    for (Port port : cell.ports()) {
      add(port.name(), new End("", port.name(), port.domain()));
    }
    cell.contents()
        .forEach(
            device ->
                Terminal.of(device, circuit)
                    .forEach(t -> add(t.net(), new End(device.name(), t.label(), t.domain()))));
  }

  private void add(String net, End end) {
    ends.computeIfAbsent(net, n -> new ArrayList<>(2)).add(end);
  }

  Set<String> names() {
    return ends.keySet();
  }

  List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    ends.forEach(
        (net, list) -> {
          End first = list.get(0);
          if (list.size() == 1) {
            faults.add(fault(first, dangling(net, first)));
          } else if (list.stream().anyMatch(e -> e.domain() != first.domain())) {
            faults.add(fault(first, "net `%s` joins light and electricity".formatted(net)));
          } else if (first.domain() == Domain.OPTICAL && list.size() > 2) {
            faults.add(fault(first, "optical net `%s` joins %d ends".formatted(net, list.size())));
          }
        });
    return faults;
  }

  private static String dangling(String net, End end) {
    return end.device().isEmpty()
        ? "port `%s` is connected to nothing".formatted(net)
        : "net `%s` has no end but %s".formatted(net, end.label());
  }

  private Fault fault(End end, String what) {
    return new Fault(cell.name(), end.device(), what);
  }
}
