package pnnc.ir.electrical;

import java.util.List;
import java.util.Optional;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Domain;
import pnnc.ir.circuit.Fields;
import pnnc.ir.circuit.Form;
import pnnc.ir.circuit.Reals;

/**
 * A regular tile of crosspoints and their wires, as a few arrays instead of a million records.
 *
 * <pre>
 *  W0 ──rw──●──rw──●──rw──●            word lines (rows) come in from the left
 *           │╲     │╲     │╲           ╲  a crosspoint, from a word-line node to a bit-line node
 *           rb     rb     rb
 *  W1 ──rw──●──rw──●──rw──●
 *           │╲     │╲     │╲
 *           rb     rb     rb
 *           │      │      │
 *           B0     B1     B2           bit lines (columns) go out at the foot
 * </pre>
 *
 * <p>With {@link Access} (1T1R) row {@code i} drives gates instead: between the nodes of bit line
 * {@code j} and source line {@code j} lie the crosspoint and then its transistor.
 *
 * <p>It is equal only to another array. {@link ArrayExpansion} gives the devices it stands for.
 *
 * @param wordLines nets at the left ends, from the top; at least one
 * @param bitLines nets at the feet, from the left; at least one
 * @param model the crosspoints' model card
 * @param devices geometry of the crosspoints, {@code rows × columns}
 * @param wires resistances of the segments, {@code rows × columns} for each set of lines
 * @param access transistors, where there are any
 */
public record CrosspointArray(
    String name,
    List<String> wordLines,
    List<String> bitLines,
    String model,
    Crosspoints devices,
    Wires wires,
    Optional<Access> access)
    implements ElectricalDevice {
  static final Form<CrosspointArray> FORM = new Form<>("crosspoint-array", CrosspointArray::fields);

  /**
   * What {@link Crosspoint} says of one device, row by row.
   *
   * @param areaSquareMicrometres above 0
   * @param cuts whole, at least 0
   * @param levels whole, at least 0
   * @param conductanceSiemens at least 0, where the layout fixes it
   */
  public record Crosspoints(
      Reals areaSquareMicrometres, Reals cuts, Reals levels, Optional<Reals> conductanceSiemens) {
    public Crosspoints {
      ArrayChecks.positive("area", areaSquareMicrometres);
      ArrayChecks.counts("cuts", cuts);
      ArrayChecks.counts("levels", levels);
      conductanceSiemens.ifPresent(g -> ArrayChecks.notNegative("conductance", g));
    }

    static Crosspoints fields(Fields<Crosspoints> f, int columns) {
      return new Crosspoints(
          f.matrix("area", "um2", columns, Crosspoints::areaSquareMicrometres),
          f.matrix("cuts", "", columns, Crosspoints::cuts),
          f.matrix("levels", "", columns, Crosspoints::levels),
          f.optional(
              "conductance",
              Crosspoints::conductanceSiemens,
              g -> g.matrix("conductance", "S", columns, v -> v)));
    }
  }

  /**
   * Resistances of wire segments, each at least 0.
   *
   * @param wordOhms {@code [i, j]} leads to node {@code [i, j]} from the left: from the end of the
   *     line for {@code j = 0}
   * @param bitOhms {@code [i, j]} leads from node {@code [i, j]} down: to the foot in the last row
   */
  public record Wires(Reals wordOhms, Reals bitOhms) {
    public Wires {
      ArrayChecks.notNegative("resistance", wordOhms);
      ArrayChecks.notNegative("resistance", bitOhms);
    }

    static Wires fields(Fields<Wires> f, int columns) {
      return new Wires(
          f.matrix("word-segments", "ohm", columns, Wires::wordOhms),
          f.matrix("bit-segments", "ohm", columns, Wires::bitOhms));
    }

    /** All segments of word lines alike, and all of bit lines. */
    public static Wires uniform(int devices, double wordOhms, double bitOhms) {
      return new Wires(Reals.constant(devices, wordOhms), Reals.constant(devices, bitOhms));
    }
  }

  public CrosspointArray {
    wordLines = List.copyOf(wordLines);
    bitLines = List.copyOf(bitLines);
    long size = (long) wordLines.size() * bitLines.size();
    if (size == 0) {
      throw new IllegalArgumentException("an array needs word lines and bit lines");
    }
    devices.areaSquareMicrometres().requireSize("area", size);
    devices.cuts().requireSize("cuts", size);
    devices.levels().requireSize("levels", size);
    devices.conductanceSiemens().ifPresent(g -> g.requireSize("conductance", size));
    wires.wordOhms().requireSize("word-segments", size);
    wires.bitOhms().requireSize("bit-segments", size);
    if (access.isPresent()) {
      access.get().requireFits(bitLines.size(), size);
    }
  }

  public int rows() {
    return wordLines.size();
  }

  public int columns() {
    return bitLines.size();
  }

  /** The number of the device in row {@code row} and column {@code column}, in every array here. */
  public int index(int row, int column) {
    return row * columns() + column;
  }

  private static CrosspointArray fields(String name, Fields<CrosspointArray> f) {
    List<String> words = f.nets("word-lines", Domain.ELECTRICAL, CrosspointArray::wordLines);
    List<String> bits = f.nets("bit-lines", Domain.ELECTRICAL, CrosspointArray::bitLines);
    return new CrosspointArray(
        name,
        words,
        bits,
        f.model("model", CrosspointArray::model),
        f.part(CrosspointArray::devices, p -> Crosspoints.fields(p, bits.size())),
        f.part(CrosspointArray::wires, p -> Wires.fields(p, bits.size())),
        f.optional("source-lines", CrosspointArray::access, p -> Access.fields(p, bits.size())));
  }

  @Override
  public Described<CrosspointArray> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.crosspointArray(this);
  }
}
