package pnnc.sim.equivalence;

/**
 * How far one output of a model is from its reference, over all samples seen.
 *
 * <p>Two NaNs are equal, and so are two infinities of one sign. Where only one side is NaN or
 * infinite the error is infinite: such an element is a mismatch, and makes {@code maxAbs}, {@code
 * maxRelative} and {@code nrmse} infinite and {@code snrDb} minus infinity. So does an output of
 * another shape or type.
 *
 * @param name of the output
 * @param isDiscrete whether it holds integers, truth values or strings
 * @param samples runs compared
 * @param elements numbers compared; none for strings
 * @param finiteElements of those, the ones that are finite in the reference
 * @param mismatches elements that cannot be compared as numbers and differ, and outputs of another
 *     shape
 * @param wrongShapes samples whose output had another shape or type; no criterion forgives these
 * @param decisions rows that choose something: the largest score of a row {@code [classes]}, or all
 *     of a row of a discrete output
 * @param agreements decisions that are the same on both sides
 * @param scale largest finite magnitude of the reference
 * @param maxAbs largest absolute error
 * @param snrDb {@code 10 log₁₀(Σ reference² / Σ error²)}; infinite without an error
 * @param nrmse root of the mean squared error, over the reference's range (largest less smallest
 *     element); over its scale where that is a single number
 */
public record OutputMetrics(
    String name,
    boolean isDiscrete,
    long samples,
    long elements,
    long finiteElements,
    long mismatches,
    long wrongShapes,
    long decisions,
    long agreements,
    double scale,
    double maxAbs,
    double snrDb,
    double nrmse) {
  /** The largest absolute error over the reference's scale; 0 without an error. */
  public double maxRelative() {
    return maxAbs == 0 ? 0 : maxAbs / scale;
  }

  /** The share of decisions that agree; NaN without a decision. */
  public double agreement() {
    return (double) agreements / decisions;
  }
}
