package pnnc.layout.drc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import pnnc.base.process.Rule;
import pnnc.layout.geometry.Box;
import pnnc.layout.region.Region;
import pnnc.layout.region.RegionBuilder;

/** Blocks of cuts, compared with going through each block by itself. */
class ArrayCheckTest {
  private static List<Marker> find(Rule.ArraySpace rule, Region region) {
    List<Marker> found = new ArrayList<>();
    ArrayCheck.of(rule).find(Drawn.whole(layer -> region, Optional.empty()), found::add);
    return found;
  }

  @Test
  void eachBlockHasItsPairsAndEachPairIsNamedOnce() {
    int foundInAll = 0;
    for (int seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Region cuts = cuts(random, 3 + random.nextInt(9));
      Rule.ArraySpace rule = new Rule.ArraySpace("b", 2 + random.nextInt(3), 12, "");
      List<Marker> found = find(rule, cuts);
      List<List<Integer>> places = found.stream().map(ArrayCheckTest::places).toList();
      assertThat(places).as("seed %d", seed).doesNotHaveDuplicates();
      assertThat(new HashSet<>(places)).as("seed %d", seed).isEqualTo(byBlock(rule, cuts));
      foundInAll += found.size();
    }
    assertThat(foundInAll).isGreaterThan(1000);
  }

  /** Cuts of 10 in rows and columns of 20, some moved or left out. */
  private static Region cuts(SplittableRandom random, int size) {
    RegionBuilder builder = new RegionBuilder();
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        int kind = random.nextInt(12);
        int x = 20 * column + (kind == 1 ? 3 : 0);
        int y = 20 * row + (kind == 2 ? 2 : 0);
        if (kind > 0) {
          builder.box(x, y, x + 10, y + 10);
        }
      }
    }
    return builder.build();
  }

  private static List<Integer> places(Marker m) {
    return List.of(m.first(), m.second().orElseThrow()).stream()
        .map(o -> o.bounds())
        .flatMap(b -> List.of(b.left(), b.bottom(), b.right(), b.top()).stream())
        .toList();
  }

  private static Set<List<Integer>> byBlock(Rule.ArraySpace rule, Region region) {
    List<Box> cuts = region.polygons().stream().map(p -> p.outer().bounds()).toList();
    Set<List<Integer>> all = new HashSet<>();
    for (Box corner : cuts) {
      Set<List<Integer>> pairs = new HashSet<>();
      if (isBlock(cuts, corner, rule, pairs)) {
        all.addAll(pairs);
      }
    }
    return all;
  }

  private static boolean isBlock(
      List<Box> cuts, Box corner, Rule.ArraySpace rule, Set<List<Integer>> pairs) {
    List<Box> row = List.of(corner);
    for (int j = 0; j < rule.from(); j++) {
      List<Box> above = new ArrayList<>();
      Optional<Box> cut = Optional.of(row.get(0));
      for (int i = 0; i < rule.from(); i++) {
        if (cut.isEmpty() || (j > 0 && !row.get(i).equals(cut.get()))) {
          return false;
        }
        Box here = cut.get();
        Optional<Box> right = next(cuts, here, rule.least(), true);
        Optional<Box> up = next(cuts, here, rule.least(), false);
        if (i + 1 < rule.from()) {
          right.ifPresent(
              b ->
                  pairs.add(
                      List.of(
                          here.right(),
                          here.bottom(),
                          here.right(),
                          here.top(),
                          b.left(),
                          b.bottom(),
                          b.left(),
                          b.top())));
        }
        if (j + 1 < rule.from()) {
          if (up.isEmpty()) {
            return false;
          }
          above.add(up.get());
          pairs.add(
              List.of(
                  here.left(),
                  here.top(),
                  here.right(),
                  here.top(),
                  up.get().left(),
                  up.get().bottom(),
                  up.get().right(),
                  up.get().bottom()));
        }
        cut = right;
      }
      row = above;
    }
    return true;
  }

  private static Optional<Box> next(List<Box> cuts, Box b, long least, boolean isRight) {
    return cuts.stream()
        .filter(
            c ->
                isRight
                    ? c.bottom() == b.bottom()
                        && c.top() == b.top()
                        && isAfter(b.right(), c.left(), least)
                    : c.left() == b.left()
                        && c.right() == b.right()
                        && isAfter(b.top(), c.bottom(), least))
        .min((c, d) -> Integer.compare(c.left() + c.bottom(), d.left() + d.bottom()));
  }

  private static boolean isAfter(int end, int begin, long least) {
    return begin > end && begin - end < least;
  }

  /** Blocks of 100 by 100 begin at almost each of 40,000 cuts. */
  @Test
  void largeBlocksCostNoMoreThanSmallOnes() {
    RegionBuilder builder = new RegionBuilder();
    int size = 200;
    for (int i = 0; i < size * size; i++) {
      int x = 20 * (i % size);
      int y = 20 * (i / size);
      builder.box(x, y, x + 10, y + 10);
    }
    int pairs = 2 * size * (size - 1);
    assertThat(find(new Rule.ArraySpace("b", 100, 1_000_000, ""), builder.build())).hasSize(pairs);
  }
}
