package pnnc.ir.circuit;

import java.util.List;

/**
 * A use of a cell inside another.
 *
 * @param name unique in its cell
 * @param cell the cell that is used
 * @param nets one for each port of that cell, in the order of its ports
 */
public record Instance(String name, String cell, List<String> nets) implements Device {
  static final String KEYWORD = "instance";

  public Instance {
    Names.require(name, "an instance");
    Names.require(cell, "the cell of instance `" + name + "`");
    nets = List.copyOf(nets);
  }

  static Instance read(String name, Attributes a) {
    return new Instance(name, a.word("of"), a.words("nets"));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  /** The nets' true domains follow from the cell's ports; {@link Terminal} finds them there. */
  @Override
  public Attributes attributes() {
    return Attributes.builder().word("of", cell).nets("nets", Domain.ELECTRICAL, nets).build();
  }
}
