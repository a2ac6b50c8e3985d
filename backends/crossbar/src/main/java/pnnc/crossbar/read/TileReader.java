package pnnc.crossbar.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import pnnc.base.process.ProcessRules;
import pnnc.crossbar.cell.CrosspointCell;
import pnnc.ir.netlist.ElectricalNetlist;
import pnnc.layout.extract.Device;
import pnnc.layout.extract.ExtractedCell;
import pnnc.layout.extract.Extraction;
import pnnc.layout.extract.Instance;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Point;
import pnnc.layout.region.Region;

/**
 * A tile as an array of conductances and wire segments, from what is drawn. The word lines are the
 * nets labelled {@code W0, W1, …}, the bit lines {@code B0, B1, …}; which two a cell lies between
 * is found by the nets that it touches, where by its place along them. Rows and columns of the
 * array are in the order in which they are drawn.
 */
final class TileReader {
  private final ProcessRules process;
  private final CrosspointCell kind;
  private final CrosspointCell.Line word;
  private final CrosspointCell.Line bit;
  private final Extraction extraction;
  private final ExtractedCell tile;
  private final Lines words;
  private final Lines bits;
  private final Lines gates;
  private final Map<PathKey, CellPath> paths = new HashMap<>();
  private final List<Crossing> crossings = new ArrayList<>();
  private final List<TileFault> faults = new ArrayList<>();

  private final Map<Piece, List<Box>> pieces = new HashMap<>();

  private record Piece(String cell, int net, String mask) {}

  private record PathKey(String cell, int word, int bit) {}

  /** Where a cell leaves its word line and meets its bit line, in the tile's coordinates. */
  record Crossing(int word, int bit, CellPath path, Point wordTap, Point bitTap) {}

  /** What is written into cells after they were made. */
  interface Written {
    /** Of the memory between two lines, by their numbers; above 0. */
    double siemens(int word, int bit);
  }

  /** For cells whose weights are in the masks. */
  static final Written NOT_WRITTEN =
      (word, bit) -> {
        throw new IllegalStateException("nothing is written into these cells");
      };

  /**
   * A reader of one tile.
   *
   * @param kind of the cells, for which lines there are and whether they are written
   */
  TileReader(ProcessRules process, CrosspointCell kind, Extraction extraction, ExtractedCell tile) {
    this.process = process;
    this.kind = kind;
    this.word = kind.word();
    this.bit = kind.bit();
    this.extraction = extraction;
    this.tile = tile;
    this.words = new Lines(tile, "W", word.mask(), true);
    this.bits = new Lines(tile, "B", bit.mask(), false);
    this.gates = new Lines(tile, "G", word.mask(), true);
  }

  /** How many word lines there are. */
  int rows() {
    return words.count();
  }

  /** How many bit lines there are. */
  int columns() {
    return bits.count();
  }

  /** What is wrong with the drawing, after {@link #read}. */
  List<TileFault> faults() {
    return faults;
  }

  /**
   * The tile; what cannot be part of an array is among the faults.
   *
   * @param written is asked where cells are written
   */
  ElectricalNetlist read(Written written) {
    tile.findings().forEach(f -> faults.add(TileFault.of(f)));
    tile.devices().forEach(d -> faults.add(own(d)));
    for (Instance instance : tile.instances()) {
      instance.kept().forEach(k -> read(instance, k, written));
    }
    addBare(words, Crossing::word);
    addBare(bits, Crossing::bit);
    int[] rows = WireSegments.order(crossings, words, Crossing::word, c -> -(long) c.wordTap.y());
    int[] columns = WireSegments.order(crossings, bits, Crossing::bit, c -> (long) c.bitTap.x());
    ArrayBuilder array = new ArrayBuilder(tile.name(), words, bits, rows, columns);
    crossings.forEach(array::add);
    WireSegments wires = new WireSegments(process, crossings);
    wires.cut(array::wordOhms, words, Crossing::word, Crossing::wordTap, word.mask());
    wires.cut(array::bitOhms, bits, Crossing::bit, Crossing::bitTap, bit.mask());
    return array.netlist();
  }

  /** Lines whose cells must have lost them; said before the cells, of which there may be many. */
  private void addBare(Lines lines, Function<Crossing, Integer> line) {
    Set<Integer> met = crossings.stream().map(line).collect(Collectors.toSet());
    for (int k = 0; k < lines.count(); k++) {
      if (!met.contains(k)) {
        Point port = new Point(lines.port(k).left(), lines.port(k).bottom());
        faults.add(0, new TileFault(TileFault.Kind.BARE, List.of(lines.name(k)), port));
      }
    }
  }

  /** A device of no cell, or of a cell that something drawn over it has changed. */
  private static TileFault own(Device device) {
    Point at = new Point(device.bounds().left(), device.bounds().bottom());
    return new TileFault(TileFault.Kind.OWN, List.of(device.rule()), at);
  }

  private void read(Instance instance, int element, Written written) {
    Optional<Integer> row = Optional.empty();
    Optional<Integer> column = Optional.empty();
    int wordNet = -1;
    int bitNet = -1;
    int strange = -1;
    int nets = cell(instance.cell()).nets();
    for (int net = 0; net < nets; net++) {
      int outside = instance.net(element, net);
      Optional<Integer> asWord = words.line(outside);
      Optional<Integer> asBit = bits.line(outside);
      boolean isSecond = (asWord.isPresent() && wordNet >= 0) || (asBit.isPresent() && bitNet >= 0);
      if (isSecond) {
        faults.add(
            new TileFault(TileFault.Kind.TWICE, List.of(instance.cell()), instance.at(element)));
      }
      if (asWord.isPresent()) {
        row = asWord;
        wordNet = net;
        draw(words, row.get(), word.mask(), instance, element, net);
      } else if (asBit.isPresent()) {
        column = asBit;
        bitNet = net;
        draw(bits, column.get(), bit.mask(), instance, element, net);
      } else if (outside >= 0 && gates.line(outside).isEmpty()) {
        strange = net;
      }
    }
    if (row.isPresent() && column.isPresent()) {
      CellPath path = path(instance.cell(), wordNet, bitNet);
      Crossing drawn =
          new Crossing(
              row.get(),
              column.get(),
              path,
              placed(instance, element, path.wordTap()),
              placed(instance, element, path.bitTap()));
      crossings.add(kind.isWritten() ? withMemory(drawn, instance, element, written) : drawn);
    } else if (strange >= 0 && row.isPresent()) {
      leak(instance, element, wordNet, strange);
    } else if (strange >= 0 && column.isPresent()) {
      leak(instance, element, strange, bitNet);
    }
  }

  /** The crossing with what is in its memory, which its row must be able to write. */
  private Crossing withMemory(Crossing drawn, Instance instance, int element, Written written) {
    CellPath path = drawn.path;
    List<String> lines = List.of(words.name(drawn.word), bits.name(drawn.bit));
    boolean isGated =
        !path.gates().isEmpty()
            && path.gates().stream()
                .allMatch(
                    g -> gates.line(instance.net(element, g)).equals(Optional.of(drawn.word)));
    if (path.memories() != 1 || path.siemens() == 0) {
      faults.add(new TileFault(TileFault.Kind.MEMORY, lines, instance.at(element)));
      return drawn;
    }
    if (!isGated) {
      faults.add(new TileFault(TileFault.Kind.GATE, lines, instance.at(element)));
    }
    double siemens = 1 / (1 / written.siemens(drawn.word, drawn.bit) + 1 / path.siemens());
    return new Crossing(drawn.word, drawn.bit, path.with(siemens), drawn.wordTap, drawn.bitTap);
  }

  /** A cell at the border, which may conduct nothing. */
  private void leak(Instance instance, int element, int wordNet, int bitNet) {
    if (path(instance.cell(), wordNet, bitNet).siemens() > 0) {
      faults.add(
          new TileFault(TileFault.Kind.STRAY, List.of(instance.cell()), instance.at(element)));
    }
  }

  /** Adds the pieces of a line that an element draws. */
  private void draw(Lines lines, int line, String mask, Instance instance, int element, int net) {
    List<Box> boxes =
        pieces.computeIfAbsent(
            new Piece(instance.cell(), net, mask),
            p -> cell(p.cell).wires(net).getOrDefault(mask, Region.EMPTY).boxes());
    for (Box box : boxes) {
      Point a = placed(instance, element, new Point(box.left(), box.bottom()));
      Point b = placed(instance, element, new Point(box.right(), box.top()));
      lines.add(
          line,
          new Box(
              Math.min(a.x(), b.x()),
              Math.min(a.y(), b.y()),
              Math.max(a.x(), b.x()),
              Math.max(a.y(), b.y())));
    }
  }

  private ExtractedCell cell(String name) {
    return extraction.cell(name).orElseThrow();
  }

  private static Point placed(Instance instance, int element, Point p) {
    Orientation turn = instance.orientation();
    Point at = instance.at(element);
    return new Point(at.x() + turn.x(p.x(), p.y()), at.y() + turn.y(p.x(), p.y()));
  }

  private CellPath path(String cell, int wordNet, int bitNet) {
    return paths.computeIfAbsent(
        new PathKey(cell, wordNet, bitNet),
        key ->
            new CellReader(process, cell(cell), kind.accessOhms())
                .read(
                    new CellReader.Line(wordNet, word.mask()),
                    new CellReader.Line(bitNet, bit.mask())));
  }
}
