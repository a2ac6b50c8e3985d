package pnnc.ir.photonic;

import java.util.List;
import java.util.Optional;
import pnnc.base.units.Micrometres;
import pnnc.base.units.Watts;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Domain;
import pnnc.ir.circuit.Fields;
import pnnc.ir.circuit.Form;
import pnnc.ir.circuit.Reals;

/**
 * A planar mesh of Mach-Zehnder interferometers as a few arrays; for large passive or programmable
 * meshes of equal cells. Interferometer {@code k} acts on modes {@code m = upperModes[k]} and
 * {@code m + 1}:
 *
 * <pre>
 *  m   ──[ outer k ]──╲ ╱──[ inner k ]──╲ ╱──
 *                     first            second        path in the upper arm, couplers as
 *  m+1 ───────────────╱ ╲───────────────╱ ╲──        {@link DirectionalCoupler}
 * </pre>
 *
 * <p>Light meets interferometers in the order of {@code k}; those on disjoint modes may stand in
 * one column. So Clements, Reck and partial meshes are all spelled the same way. At the end mode
 * {@code i} passes {@code output i}.
 *
 * @param inputs optical nets, by mode; at least two
 * @param outputs optical nets, by mode; as many
 * @param model of every waveguide
 * @param upperModes whole, from 0 to modes − 2, one for each interferometer
 * @param couplers coupling angles
 * @param paths how much longer the upper arm is
 * @param heaters where phases can be set
 */
public record MziMesh(
    String name,
    List<String> inputs,
    List<String> outputs,
    String model,
    Reals upperModes,
    Couplers couplers,
    Paths paths,
    Optional<Heaters> heaters)
    implements PhotonicDevice {
  static final Form<MziMesh> FORM =
      new Form<>(
          "mzi-mesh",
          (name, f) ->
              new MziMesh(
                  name,
                  f.nets("inputs", Domain.OPTICAL, MziMesh::inputs),
                  f.nets("outputs", Domain.OPTICAL, MziMesh::outputs),
                  f.model("model", MziMesh::model),
                  f.series("upper-modes", "", MziMesh::upperModes),
                  f.part(MziMesh::couplers, Couplers::fields),
                  f.part(MziMesh::paths, Paths::fields),
                  f.optional("drives", MziMesh::heaters, Heaters::fields)));

  /** Coupling angles in radians, at least 0: of the first and second coupler of each cell. */
  public record Couplers(Reals firstRadians, Reals secondRadians) {
    public Couplers {
      if (!(firstRadians.min() >= 0 && secondRadians.min() >= 0)) {
        throw new IllegalArgumentException("a coupling angle is negative");
      }
    }

    static Couplers fields(Fields<Couplers> f) {
      return new Couplers(
          f.series("first-couplers", "rad", Couplers::firstRadians),
          f.series("second-couplers", "rad", Couplers::secondRadians));
    }
  }

  /**
   * Extra length of waveguide in micrometres, of any sign.
   *
   * @param outer before the first coupler, one for each interferometer
   * @param inner between the couplers, one for each interferometer
   * @param output behind the mesh, one for each mode
   */
  public record Paths(Reals outer, Reals inner, Reals output) {
    static Paths fields(Fields<Paths> f) {
      return new Paths(
          f.series("outer-paths", "um", Paths::outer),
          f.series("inner-paths", "um", Paths::inner),
          f.series("output-paths", "um", Paths::output));
    }
  }

  /**
   * Equal heaters over all the paths.
   *
   * @param drives nets, one for each path: outer of all, inner of all, then outputs
   * @param ground the net of their other ends
   * @param length above 0
   * @param halfWavePower above 0
   */
  public record Heaters(
      List<String> drives, String ground, Micrometres length, Watts halfWavePower) {
    public Heaters {
      drives = List.copyOf(drives);
      length.requirePositive("heater length");
      halfWavePower.requirePositive("half wave power");
    }

    static Heaters fields(Fields<Heaters> f) {
      return new Heaters(
          f.nets("drives", Domain.ELECTRICAL, Heaters::drives),
          f.net("ground", Heaters::ground),
          f.quantity("heater-length", Micrometres.UNIT, Heaters::length),
          f.quantity("half-wave-power", Watts.UNIT, Heaters::halfWavePower));
    }
  }

  public MziMesh {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    if (inputs.size() < 2 || inputs.size() != outputs.size()) {
      throw new IllegalArgumentException(
          "a mesh of %d inputs and %d outputs".formatted(inputs.size(), outputs.size()));
    }
    if (!upperModes.areWhole() || upperModes.min() < 0 || upperModes.max() > inputs.size() - 2) {
      throw new IllegalArgumentException("an interferometer is outside the modes");
    }
    int cells = upperModes.size();
    couplers.firstRadians().requireSize("first-couplers", cells);
    couplers.secondRadians().requireSize("second-couplers", cells);
    paths.outer().requireSize("outer-paths", cells);
    paths.inner().requireSize("inner-paths", cells);
    paths.output().requireSize("output-paths", inputs.size());
    long needed = 2L * cells + inputs.size();
    if (heaters.isPresent() && heaters.get().drives().size() != needed) {
      throw new IllegalArgumentException(
          "%d heater drives, %d are needed".formatted(heaters.get().drives().size(), needed));
    }
  }

  /** The number of waveguides that run through. */
  public int modes() {
    return inputs.size();
  }

  /** The number of interferometers. */
  public int cells() {
    return upperModes.size();
  }

  @Override
  public Described<MziMesh> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.mziMesh(this);
  }
}
