package pnnc.layout.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pnnc.base.units.Micrometres;

class VoxelSurfaceTest {
  private static final double GAP = VoxelAxis.GAP;

  /** A body on a grid of 1 um. */
  static VoxelSurface surface(VoxelSolid solid) {
    return new VoxelSurface(solid, axis(solid.nx()), axis(solid.ny()), axis(solid.nz()));
  }

  static VoxelAxis axis(int voxels) {
    return VoxelAxis.of(voxels, new Micrometres(-2), new Micrometres(1));
  }

  static VoxelSolid random(long seed) {
    Random random = new Random(seed);
    int nx = 1 + random.nextInt(6);
    int ny = 1 + random.nextInt(6);
    int nz = 1 + random.nextInt(6);
    double share = random.nextDouble();
    BitSet filled = new BitSet();
    for (int i = 0; i < nx * ny * nz; i++) {
      filled.set(i, random.nextDouble() < share);
    }
    return VoxelSolid.of(nx, ny, nz, filled);
  }

  private static Defects check(VoxelSurface surface, String what) {
    Defects defects = new Defects();
    surface.emit(defects);
    assertThat(defects.badEdges()).as("edges of %s", what).isZero();
    assertThat(defects.badCorners()).as("corners of %s", what).isZero();
    assertThat(defects.flat()).as("flat triangles of %s", what).isZero();
    assertThat(defects.twice()).as("triangles twice in %s", what).isZero();
    assertThat(surface.count()).as(what).isEqualTo(defects.triangles());
    return defects;
  }

  @Test
  void randomBodiesAreClosedManifolds() {
    long first = Long.getLong("test.seed", 0);
    for (long seed = first; seed < first + 400; seed++) {
      VoxelSolid solid = random(seed);
      Defects found = check(surface(solid), "seed " + seed);
      assertThat(found.euler()).as("seed %d", seed).isEqualTo(2 * euler(solid));
      assertThat(found.volume()).as("seed %d", seed).isCloseTo(volume(solid), within(1e-9));
    }
  }

  /** All 256 ways to fill eight voxels. */
  @Test
  void everyContactIsHandled() {
    for (int bits = 0; bits < 256; bits++) {
      VoxelSolid solid = VoxelSolid.of(2, 2, 2, BitSet.valueOf(new long[] {bits}));
      Defects found = check(surface(solid), "voxels " + bits);
      assertThat(found.euler()).as("voxels %d", bits).isEqualTo(2 * euler(solid));
      assertThat(found.volume()).as("voxels %d", bits).isCloseTo(volume(solid), within(1e-12));
    }
  }

  /** Voxels minus shared faces plus shared edges minus shared corners: only faces connect. */
  private static long euler(VoxelSolid solid) {
    long euler = 0;
    for (int span = 0; span < 8; span++) {
      int sign = Integer.bitCount(span) % 2 == 0 ? 1 : -1;
      euler += sign * blocks(solid, 1 + (span & 1), 1 + (span >> 1 & 1), 1 + (span >> 2));
    }
    return euler;
  }

  /** How many blocks of that size are full. */
  private static long blocks(VoxelSolid solid, int sx, int sy, int sz) {
    long count = 0;
    for (int x = 0; x + sx <= solid.nx(); x++) {
      for (int y = 0; y + sy <= solid.ny(); y++) {
        for (int z = 0; z + sz <= solid.nz(); z++) {
          boolean isFull = true;
          for (int i = 0; i < sx * sy * sz; i++) {
            isFull &= solid.isFilled(x + i % sx, y + i / sx % sy, z + i / (sx * sy));
          }
          count += isFull ? 1 : 0;
        }
      }
    }
    return count;
  }

  /** Cells less bars along edges and cubes around corners where the body is no manifold. */
  private static double volume(VoxelSolid solid) {
    Contacts contacts = new Contacts(solid);
    double volume = blocks(solid, 1, 1, 1);
    for (int x = 0; x <= solid.nx(); x++) {
      for (int y = 0; y <= solid.ny(); y++) {
        for (int z = 0; z <= solid.nz(); z++) {
          int around = contacts.around(x, y, z);
          for (int axis = 0; axis < 3; axis++) {
            boolean isCut = Contacts.isCut(around, axis, 1);
            volume -= isCut ? 2 * GAP * GAP * (1 - 2 * GAP) : 0;
          }
          if (Contacts.isVoid(around)) {
            volume -= Integer.bitCount(around) * GAP * GAP * GAP;
          }
        }
      }
    }
    return volume;
  }

  @Test
  void aBlockHasFewTriangles() {
    VoxelSolid block = VoxelSolid.ofHeights(20, 30, 10, heights(600, 10));
    Defects found = check(surface(block), "a block");
    assertThat(found.volume()).isEqualTo(6000);
    assertThat(found.euler()).isEqualTo(2);
    assertThat(found.triangles()).isEqualTo(2 * 2 * (20 + 30 + 30 + 10 + 10 + 20));
  }

  private static int[] heights(int count, int height) {
    int[] heights = new int[count];
    Arrays.fill(heights, height);
    return heights;
  }

  @Test
  void levelsMayHaveAnyHeight() {
    int[] heights = {0, 1, 2, 1, 2, 3, 2, 3, 3};
    VoxelSolid solid = VoxelSolid.ofHeights(3, 3, 3, heights);
    VoxelAxis z = VoxelAxis.ofBorders(0, 0.7, 1.9, 2.0);
    VoxelAxis x = VoxelAxis.of(3, new Micrometres(0), new Micrometres(10));
    Defects found = check(new VoxelSurface(solid, x, x, z), "columns");
    double microns = 2 * 0.7 + 3 * 1.9 + 3 * 2.0;
    assertThat(found.volume()).isCloseTo(100 * microns, within(1e-3));
    assertThat(found.euler()).isEqualTo(2 * euler(solid));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    VoxelSolid solid = VoxelSolid.of(2, 2, 2, new BitSet());
    assertThat(surface(solid).count()).isZero();
    assertThatThrownBy(() -> new VoxelSurface(solid, axis(2), axis(3), axis(2)))
        .hasMessageContaining("axes of 2, 3 and 2 voxels");
    Micrometres far = new Micrometres(1e9);
    assertThatThrownBy(() -> VoxelAxis.of(2, far, new Micrometres(1)))
        .hasMessageContaining("do not differ by enough");
    assertThatThrownBy(() -> VoxelAxis.ofBorders(0, 1, 1))
        .hasMessageContaining("do not differ by enough");
    assertThatThrownBy(() -> VoxelSolid.ofHeights(1, 1, 2, new int[] {3}))
        .hasMessageContaining("height 3 of 2");
    assertThatThrownBy(() -> VoxelSolid.of(1 << 11, 1 << 11, 1 << 11, new BitSet()))
        .hasMessageContaining("no box");
  }
}
