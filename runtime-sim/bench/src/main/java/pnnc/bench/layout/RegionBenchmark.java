package pnnc.bench.layout;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import pnnc.layout.region.Region;
import pnnc.layout.region.RegionBuilder;

/** How long it takes to merge, compare and grow layers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(1)
public class RegionBenchmark {
  /** How many boxes in a layer; a fifth of them as triangles. */
  @Param("1000000")
  public int count;

  private int[] boxes;
  private Region first;
  private Region second;

  @Setup(Level.Trial)
  public void make() {
    boxes = RandomBoxes.make(1, count);
    first = RandomBoxes.merged(boxes);
    second = RandomBoxes.merged(RandomBoxes.make(2, count));
  }

  @Benchmark
  public Region union() {
    return RandomBoxes.merged(boxes);
  }

  /** Finds the polygons too. */
  @Benchmark
  public int polygons() {
    return RandomBoxes.merged(boxes).polygons().size();
  }

  @Benchmark
  public Region xor() {
    return first.xor(second);
  }

  @Benchmark
  public Region grow() {
    return first.grown(50, 50);
  }

  @Benchmark
  public Region triangles() {
    Random random = new Random(1);
    int side = (int) (1000 * Math.sqrt(count / 5.0));
    RegionBuilder builder = new RegionBuilder();
    for (int i = 0; i < count / 5; i++) {
      int x = random.nextInt(side);
      int y = random.nextInt(side);
      int[] c = random.ints(6, 0, 1000).toArray();
      builder.polygon(x + c[0], y + c[1], x + c[2], y + c[3], x + c[4], y + c[5]);
    }
    return builder.build();
  }
}
