package pnnc.ir.wave;

import pnnc.base.units.Micrometres;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

/**
 * The box that light is followed in. Right-handed; z is the direction of light; the origin is the
 * centre of the first face, so x and y run from minus half the width to half, z from 0.
 *
 * @param size voxels
 * @param pitchX of voxels along x, above 0
 * @param pitchY of voxels along y, above 0
 * @param pitchZ of voxels along z, above 0
 * @param backgroundIndex refractive index where nothing else is, above 0
 * @param boundary what the sides do
 * @param absorber thickness, inside the box, of what an absorbing side absorbs in, at least 0
 */
public record Space(
    Size3 size,
    Micrometres pitchX,
    Micrometres pitchY,
    Micrometres pitchZ,
    double backgroundIndex,
    Boundary boundary,
    Micrometres absorber) {
  /** Its line in a text. */
  public static final Form<Space> FORM =
      Form.unnamed(
          "space",
          f ->
              new Space(
                  f.part(Space::size, Size3::fields),
                  f.quantity("pitch-x", Micrometres.UNIT, Space::pitchX),
                  f.quantity("pitch-y", Micrometres.UNIT, Space::pitchY),
                  f.quantity("pitch-z", Micrometres.UNIT, Space::pitchZ),
                  f.number("background", Space::backgroundIndex),
                  f.choice("boundary", Boundary.class, Space::boundary),
                  f.quantity("absorber", Micrometres.UNIT, Space::absorber)));

  /** What the sides do; the ends always absorb. */
  public enum Boundary {
    /** Light leaves. */
    ABSORBING,
    /** Light comes in again on the other side. */
    PERIODIC
  }

  public Space {
    pitchX.requirePositive("pitch");
    pitchY.requirePositive("pitch");
    pitchZ.requirePositive("pitch");
    extent(size.nx(), pitchX).requirePositive("width");
    extent(size.ny(), pitchY).requirePositive("height");
    extent(size.nz(), pitchZ).requirePositive("depth");
    absorber.requireNotNegative("absorber");
    Samples.requireIndex(backgroundIndex);
  }

  /** Extent along x. */
  public Micrometres width() {
    return extent(size.nx(), pitchX);
  }

  /** Extent along y. */
  public Micrometres height() {
    return extent(size.ny(), pitchY);
  }

  /** Extent along z. */
  public Micrometres depth() {
    return extent(size.nz(), pitchZ);
  }

  /** Length of a row of voxels or pixels; throws IllegalArgumentException if not finite. */
  static Micrometres extent(int count, Micrometres pitch) {
    return new Micrometres(count * pitch.value());
  }

  /** These numbers in the form of their line. */
  public Described<Space> described() {
    return FORM.of(this);
  }
}
