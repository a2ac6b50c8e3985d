package pnnc.crossbar.mapping;

/**
 * Weights in several slices, each a value of {@link LevelPairs} that makes up for what the coarser
 * ones left:
 *
 * <pre>{@code
 * k · W ≈ Σ_s ρ^s · d_s,   d_s ∈ differences,   ρ = gap / (2 · min(greatest, −least))
 * }</pre>
 *
 * {@code gap} is the widest between two neighbouring differences. The nearest difference leaves at
 * most half of that, which is where the next slice ends: no value in between is missed, and none is
 * there twice but at the ends. With even levels from 0 to {@code n} and two cells for each value ρ
 * is {@code 1 / 2n}, so that two slices of 16 levels tell 931 values apart, one 31.
 */
final class SlicedPairs {
  private final LevelPairs pairs;
  private final int slices;
  private final double ratio;

  /**
   * Slices of {@code pairs}.
   *
   * @param slices at least 1; of several, {@code pairs} reach to both sides of 0
   */
  SlicedPairs(LevelPairs pairs, int slices) {
    double reach = pairs.reach();
    if (slices > 1 && !(reach > 0)) {
      throw new IllegalArgumentException("no slices of differences to one side of 0");
    }
    this.pairs = pairs;
    this.slices = slices;
    this.ratio = slices > 1 ? pairs.widestGap() / (2 * reach) : 1;
  }

  LevelPairs pairs() {
    return pairs;
  }

  /** How many slices there are. */
  int count() {
    return slices;
  }

  /** How much finer a slice is than the one before: at most 1. */
  double ratio() {
    return ratio;
  }

  /** What a siemens of slice {@code slice} is worth: {@code ρ^slice}. */
  double factor(int slice) {
    return Math.pow(ratio, slice);
  }

  /** The scale for {@code weights}: the finest slice leaves nothing to choose it by. */
  double scale(double[] weights) {
    return slices == 1 ? WeightScale.of(weights, pairs) : WeightScale.greatest(weights, pairs);
  }

  /** The greatest value of all slices together that has the sign of {@code of}, siemens. */
  double reach(double of) {
    double one = of > 0 ? pairs.greatest() : -pairs.least();
    double all = 0;
    for (int s = 0; s < slices; s++) {
      all += one * factor(s);
    }
    return all;
  }

  /**
   * The pairs nearest to {@code siemens}, from the coarsest on.
   *
   * @param into gets a pair for each slice
   * @param at the first of them
   */
  void nearest(double siemens, int[] into, int at) {
    double rest = siemens;
    for (int s = 0; s < slices; s++) {
      into[at + s] = pairs.nearest(rest);
      rest = (rest - pairs.difference(into[at + s])) / ratio;
    }
  }
}
