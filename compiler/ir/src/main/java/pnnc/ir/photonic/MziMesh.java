package pnnc.ir.photonic;

import java.util.List;
import java.util.Optional;
import pnnc.base.units.Micrometres;
import pnnc.base.units.Watts;
import pnnc.ir.circuit.Attributes;
import pnnc.ir.circuit.AttributesBuilder;
import pnnc.ir.circuit.Domain;
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
  static final String KEYWORD = "mzi-mesh";

  /** Coupling angles in radians, at least 0: of the first and second coupler of each cell. */
  public record Couplers(Reals firstRadians, Reals secondRadians) {
    public Couplers {
      if (!(firstRadians.min() >= 0 && secondRadians.min() >= 0)) {
        throw new IllegalArgumentException("a coupling angle is negative");
      }
    }
  }

  /**
   * Extra length of waveguide in micrometres, of any sign.
   *
   * @param outer before the first coupler, one for each interferometer
   * @param inner between the couplers, one for each interferometer
   * @param output behind the mesh, one for each mode
   */
  public record Paths(Reals outer, Reals inner, Reals output) {}

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
    size("first-couplers", couplers.firstRadians(), cells);
    size("second-couplers", couplers.secondRadians(), cells);
    size("outer-paths", paths.outer(), cells);
    size("inner-paths", paths.inner(), cells);
    size("output-paths", paths.output(), inputs.size());
    long needed = 2L * cells + inputs.size();
    if (heaters.isPresent() && heaters.get().drives().size() != needed) {
      throw new IllegalArgumentException(
          "%d heater drives, %d are needed".formatted(heaters.get().drives().size(), needed));
    }
  }

  private static void size(String what, Reals values, int size) {
    if (values.size() != size) {
      throw new IllegalArgumentException(
          "%d numbers for `%s`, %d are needed".formatted(values.size(), what, size));
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

  static MziMesh read(String name, Attributes a) {
    return new MziMesh(
        name,
        a.words("inputs"),
        a.words("outputs"),
        a.word("model"),
        a.series("upper-modes", ""),
        new Couplers(a.series("first-couplers", "rad"), a.series("second-couplers", "rad")),
        new Paths(
            a.series("outer-paths", "um"),
            a.series("inner-paths", "um"),
            a.series("output-paths", "um")),
        a.optional("drives", key -> readHeaters(a)));
  }

  private static Heaters readHeaters(Attributes a) {
    return new Heaters(
        a.words("drives"),
        a.word("ground"),
        a.quantity("heater-length", Micrometres.UNIT),
        a.quantity("half-wave-power", Watts.UNIT));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    var out = Attributes.builder();
    out.nets("inputs", Domain.OPTICAL, inputs).nets("outputs", Domain.OPTICAL, outputs);
    out.model("model", model).series("upper-modes", upperModes, "");
    out.series("first-couplers", couplers.firstRadians(), "rad");
    out.series("second-couplers", couplers.secondRadians(), "rad");
    out.series("outer-paths", paths.outer(), "um");
    out.series("inner-paths", paths.inner(), "um");
    out.series("output-paths", paths.output(), "um");
    return out.optional(heaters, h -> describe(h, out)).build();
  }

  private static void describe(Heaters heaters, AttributesBuilder out) {
    out.nets("drives", Domain.ELECTRICAL, heaters.drives()).net("ground", heaters.ground());
    out.quantity("heater-length", heaters.length());
    out.quantity("half-wave-power", heaters.halfWavePower());
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.mziMesh(this);
  }
}
