package pnnc.driver.compile;

import java.nio.charset.StandardCharsets;

/**
 * The seed of one unit, from the run's seed and the unit's name: with {@code mix} the finaliser of
 * SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014, fig.
 * 17, constants of variant 13) and {@code γ = 0x9E3779B97F4A7C15},
 *
 * <pre>
 * h₀     = mix(seed + γ)
 * hᵢ₊₁   = mix((hᵢ xor byteᵢ) + γ)        over the name's bytes in UTF-8
 * </pre>
 *
 * <p>Each step is a bijection of {@code h}, so that equal names under different seeds never meet;
 * different names meet as rarely as random numbers of 64 bits do.
 */
final class UnitSeed {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private UnitSeed() {}

  static long of(long seed, String unit) {
    long h = mix(seed + GAMMA);
    for (byte b : unit.getBytes(StandardCharsets.UTF_8)) {
      h = mix((h ^ (b & 0xFF)) + GAMMA);
    }
    return h;
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
