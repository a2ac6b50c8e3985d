package pnnc.driver.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnitSeedTest {
  @Test
  void namesOfEqualHashAndSeedsThatOutweighThemGiveDifferentSeeds() {
    assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
    assertThat(UnitSeed.of(0, "Aa")).isNotEqualTo(UnitSeed.of(0, "BB"));
    assertThat(UnitSeed.of(1, "fc.0")).isNotEqualTo(UnitSeed.of(0, "fc.O"));
  }

  @Test
  void noTwoOfManyUnitsAndSeedsMeet() {
    Set<Long> seen = new HashSet<>();
    int count = 0;
    for (long seed = -2; seed <= 2; seed++) {
      for (int row = 0; row < 200; row++) {
        for (int column = 0; column < 200; column++) {
          seen.add(UnitSeed.of(seed, "fc1.0." + 16 * row + "." + 16 * column));
          count++;
        }
      }
    }
    assertThat(seen).hasSize(count);
  }

  /** Without a name: the first two numbers of SplitMix64 from 0, as its authors publish them. */
  @Test
  void itIsSplitMix() {
    assertThat(UnitSeed.of(0, "")).isEqualTo(0xE220A8397B1DCDAFL);
    assertThat(UnitSeed.of(0x9E3779B97F4A7C15L, "")).isEqualTo(0x6E789E6AA1B965F4L);
  }
}
