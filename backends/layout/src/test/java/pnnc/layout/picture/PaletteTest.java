package pnnc.layout.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.layout.model.Layer;

class PaletteTest {
  /** Layers of sky130 from diffusion to metal 5. */
  private static final List<Layer> SKY130 =
      List.of(
          new Layer(65, 20),
          new Layer(66, 20),
          new Layer(66, 44),
          new Layer(67, 20),
          new Layer(67, 44),
          new Layer(68, 16),
          new Layer(68, 20),
          new Layer(68, 44),
          new Layer(69, 20),
          new Layer(69, 44),
          new Layer(70, 20),
          new Layer(72, 20));

  private static double least(Set<Layer> layers) {
    Palette palette = Palette.of(layers);
    double least = Double.POSITIVE_INFINITY;
    for (Layer a : layers) {
      for (Layer b : layers) {
        if (!a.equals(b)) {
          Shade shade = Shade.of(palette.colour(a));
          least = Math.min(least, shade.distance(Shade.of(palette.colour(b))));
        }
      }
    }
    return least;
  }

  @Test
  void layersOfAProcessLookDifferent() {
    assertThat(least(new TreeSet<>(SKY130))).isGreaterThan(10);
    assertThat(least(new TreeSet<>(SKY130.subList(5, 9)))).isGreaterThan(Palette.CLEAR);
  }

  @ParameterizedTest
  @CsvSource({"1, 4, 15", "2, 8, 12", "3, 16, 7", "4, 40, 2"})
  void anyLayersLookDifferent(long seed, int count, double least) {
    Random random = new Random(seed);
    Set<Layer> layers = new TreeSet<>();
    while (layers.size() < count) {
      layers.add(new Layer(random.nextInt(256), random.nextInt(64)));
    }
    assertThat(least(layers)).isGreaterThan(least);
  }

  @Test
  void aLayerKeepsItsColourUnlessOneBeforeItIsTooClose() {
    for (int i = 0; i < 200; i++) {
      Layer first = new Layer(i, 0);
      Layer second = new Layer(200 + i, 3);
      Palette both = Palette.of(List.of(second, first));
      Shade own = Shade.of(Palette.of(List.of(second)).colour(second));
      Shade other = Shade.of(both.colour(first));
      assertThat(both.colour(first)).isEqualTo(Palette.of(List.of(first)).colour(first));
      assertThat(both.colour(second) == own.rgb()).isEqualTo(own.distance(other) >= Palette.CLEAR);
    }
  }

  @Test
  void thousandsOfLayersHaveColoursToo() {
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      layers.add(new Layer(i, 0));
    }
    Palette palette = Palette.of(layers);
    assertThat(layers.stream().map(palette::colour).distinct().count()).isGreaterThan(100);
  }

  /** CIE L*, a*, b* of sRGB (255, 115, 115), (115, 255, 115) and (115, 115, 255). */
  @Test
  void coloursAreSeenOverWhiteWithAnyEyes() {
    Shade red = Shade.of(0xFF0000);
    Shade green = Shade.of(0x00FF00);
    Shade blue = Shade.of(0x0000FF);
    assertThat(red.lightness()).isCloseTo(65.52, within(0.1));
    assertThat(red.chroma()).isCloseTo(59.62, within(0.1));
    assertThat(red.distance(green)).isLessThan(124.1 / 2);
    assertThat(red.distance(blue)).isGreaterThan(98.3 / 2);
  }
}
