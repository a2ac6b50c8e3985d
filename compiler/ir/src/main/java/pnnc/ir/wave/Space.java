package pnnc.ir.wave;

import pnnc.base.units.Micrometres;
import pnnc.ir.circuit.Attributes;

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
  /** The word that starts its line. */
  public static final String KEYWORD = "space";

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

  /** The inverse of {@link #attributes}. */
  public static Space read(Attributes a) {
    return new Space(
        new Size3(a.integer("nx"), a.integer("ny"), a.integer("nz")),
        a.quantity("pitch-x", Micrometres.UNIT),
        a.quantity("pitch-y", Micrometres.UNIT),
        a.quantity("pitch-z", Micrometres.UNIT),
        a.number("background"),
        a.choice("boundary", Boundary.class),
        a.quantity("absorber", Micrometres.UNIT));
  }

  /** Its numbers, by key. */
  public Attributes attributes() {
    return Attributes.builder()
        .number("nx", size.nx())
        .number("ny", size.ny())
        .number("nz", size.nz())
        .quantity("pitch-x", pitchX)
        .quantity("pitch-y", pitchY)
        .quantity("pitch-z", pitchZ)
        .number("background", backgroundIndex)
        .choice("boundary", boundary)
        .quantity("absorber", absorber)
        .build();
  }
}
