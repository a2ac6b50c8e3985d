package pnnc.layout.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import pnnc.layout.geometry.Box;

class SelectionTest {
  @Test
  void cornersTouchButDoNotOverlap() {
    Region a = Region.of(new Box(0, 0, 2, 2), new Box(10, 10, 12, 12), new Box(20, 0, 24, 4));
    Region b = Region.of(new Box(2, 2, 4, 4), new Box(9, 9, 13, 13), new Box(21, 1, 22, 2));
    assertThat(a.interacting(b)).isEqualTo(a);
    assertThat(a.overlapping(b))
        .isEqualTo(Region.of(new Box(10, 10, 12, 12), new Box(20, 0, 24, 4)));
    assertThat(a.inside(b)).isEqualTo(Region.of(new Box(10, 10, 12, 12)));
    assertThat(a.interacting(Region.EMPTY)).isEqualTo(Region.EMPTY);
    assertThat(Region.EMPTY.inside(a)).isEqualTo(Region.EMPTY);
  }

  @Test
  void whatLiesInAHoleDoesNotTouch() {
    Region ring = Region.of(new Box(0, 0, 9, 9)).minus(Region.of(new Box(2, 2, 7, 7)));
    Region dot = Region.of(new Box(4, 4, 5, 5));
    assertThat(ring.interacting(dot)).isEqualTo(Region.EMPTY);
    assertThat(dot.interacting(ring)).isEqualTo(Region.EMPTY);
    assertThat(dot.interacting(Region.of(new Box(5, 5, 7, 7)))).isEqualTo(dot);
  }

  @Test
  void selectionsAreThoseOfOneByOne() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      Region a = Shapes.region(Shapes.manhattan(random, 6, 30));
      Region b = Shapes.region(Shapes.manhattan(random, 3, 30));
      Region touching = Region.EMPTY;
      Region overlapping = Region.EMPTY;
      Region inside = Region.EMPTY;
      for (Polygon p : a.polygons()) {
        Region one = Region.polygon(p.outer().toArray());
        for (var hole : p.holes()) {
          one = one.minus(Region.polygon(hole.toArray()));
        }
        boolean overlaps = !one.intersection(b).isEmpty();
        /* In half units, what has a point in common overlaps once grown by one. */
        boolean touches = !doubled(one).grown(1, 1).intersection(doubled(b)).isEmpty();
        touching = touches ? touching.union(one) : touching;
        overlapping = overlaps ? overlapping.union(one) : overlapping;
        inside = one.union(b).equals(b) ? inside.union(one) : inside;
      }
      assertThat(a.interacting(b)).as("seed %d", seed).isEqualTo(touching);
      assertThat(a.overlapping(b)).as("seed %d", seed).isEqualTo(overlapping);
      assertThat(a.inside(b)).as("seed %d", seed).isEqualTo(inside);
    }
  }

  private static Region doubled(Region region) {
    RegionBuilder builder = new RegionBuilder();
    for (Box b : region.boxes()) {
      builder.box(2 * b.left(), 2 * b.bottom(), 2 * b.right(), 2 * b.top());
    }
    return builder.build();
  }

  @Test
  void windowsFindTheBoxesThatTouchThem() {
    for (int n : new int[] {0, 1, 2, 15, 16, 17, 255, 256, 257, 3000}) {
      Random random = new Random(n);
      int[] boxes = new int[4 * n];
      for (int i = 0; i < boxes.length; i += 4) {
        int scale = i % 3 == 0 ? Integer.MAX_VALUE : 1000;
        int x = random.nextInt(scale) * (random.nextBoolean() ? 1 : -1);
        int y = random.nextInt(scale) * (random.nextBoolean() ? 1 : -1);
        boxes[i] = x;
        boxes[i + 1] = y;
        boxes[i + 2] = (int) Math.min(Integer.MAX_VALUE, x + (long) random.nextInt(scale));
        boxes[i + 3] = (int) Math.min(Integer.MAX_VALUE, y + (long) random.nextInt(scale));
      }
      BoxIndex index = BoxIndex.of(boxes);
      assertThat(index.size()).isEqualTo(n);
      for (int k = 0; k < 50; k++) {
        int x = random.nextInt(2000) - 1000;
        int y = random.nextInt(2000) - 1000;
        Box window = new Box(x, y, x + random.nextInt(500), y + random.nextInt(500));
        TreeSet<Integer> expected = new TreeSet<>();
        for (int i = 0; i < n; i++) {
          if (window.touches(
              new Box(boxes[4 * i], boxes[4 * i + 1], boxes[4 * i + 2], boxes[4 * i + 3]))) {
            expected.add(i);
          }
        }
        TreeSet<Integer> found = new TreeSet<>();
        index.find(window, found::add);
        assertThat(found).as("%d boxes, window %s", n, window).isEqualTo(expected);
      }
    }
  }
}
