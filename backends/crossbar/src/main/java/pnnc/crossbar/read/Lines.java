package pnnc.crossbar.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import pnnc.layout.extract.ExtractedCell;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Point;
import pnnc.layout.region.Region;
import pnnc.layout.region.RegionBuilder;

/** The word lines or the bit lines of a tile: nets labelled with one letter and a number from 0. */
final class Lines {
  private final String letter;
  private final boolean areAcross;
  private final List<Integer> nets = new ArrayList<>();
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final List<List<Box>> shapes = new ArrayList<>();

  /**
   * The lines of {@code tile}.
   *
   * @param mask that they are drawn on
   * @param areAcross whether they run along x, else along y
   */
  Lines(ExtractedCell tile, String letter, String mask, boolean areAcross) {
    this.letter = letter;
    this.areAcross = areAcross;
    for (OptionalInt net = tile.net(letter + 0);
        net.isPresent();
        net = tile.net(letter + nets.size())) {
      numbers.put(net.getAsInt(), nets.size());
      nets.add(net.getAsInt());
      Region own = tile.wires(net.getAsInt()).getOrDefault(mask, Region.EMPTY);
      shapes.add(new ArrayList<>(own.boxes()));
    }
  }

  int count() {
    return nets.size();
  }

  String name(int line) {
    return letter + line;
  }

  /** The first piece of a line that is drawn in the tile itself. */
  Box port(int line) {
    return shapes.get(line).isEmpty() ? new Box(0, 0, 0, 0) : shapes.get(line).get(0);
  }

  /** Which line a net of the tile is. */
  Optional<Integer> line(int net) {
    return Optional.ofNullable(numbers.get(net));
  }

  /** Adds a piece of a line that a cell draws, in the tile's coordinates. */
  void add(int line, Box piece) {
    shapes.get(line).add(piece);
  }

  /** Squares along a line. */
  LineProfile profile(int line) {
    RegionBuilder all = new RegionBuilder();
    shapes.get(line).forEach(all::box);
    return LineProfile.of(all.build().boxes(), areAcross);
  }

  /** Where a point is along the lines. */
  long along(Point p) {
    return areAcross ? p.x() : p.y();
  }
}
