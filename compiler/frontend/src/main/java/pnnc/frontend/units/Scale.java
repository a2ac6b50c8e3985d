package pnnc.frontend.units;

/**
 * What a unit stands for.
 *
 * @param factor how many base units one of it is; not 0
 * @param dimension of those base units
 */
public record Scale(Rational factor, Dimension dimension) {
  /** Of plain numbers. */
  public static final Scale ONE = new Scale(Rational.ONE, Dimension.NONE);

  public Scale times(Scale other) {
    return new Scale(factor.times(other.factor), dimension.times(other.dimension));
  }

  public Scale over(Scale other) {
    return new Scale(factor.over(other.factor), dimension.over(other.dimension));
  }

  /** This to the power {@code exponent}, within ±64. */
  public Scale power(int exponent) {
    return new Scale(factor.power(exponent), dimension.power(exponent));
  }

  /** {@code count} of these. */
  Scale scaled(Rational count) {
    return new Scale(factor.times(count), dimension);
  }
}
