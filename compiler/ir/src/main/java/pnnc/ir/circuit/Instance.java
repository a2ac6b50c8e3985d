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
  /** The nets' true domains follow from the cell's ports; {@link Terminal} finds them there. */
  static final Form<Instance> FORM =
      new Form<>(
          "instance",
          (name, f) ->
              new Instance(
                  name,
                  f.word("of", Instance::cell),
                  f.nets("nets", Domain.ELECTRICAL, Instance::nets)));

  public Instance {
    Names.require(name, "an instance");
    Names.require(cell, "the cell of instance `" + name + "`");
    nets = List.copyOf(nets);
  }

  @Override
  public Described<Instance> described() {
    return FORM.of(this);
  }
}
