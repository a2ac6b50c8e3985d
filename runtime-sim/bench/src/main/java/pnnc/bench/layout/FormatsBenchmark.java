package pnnc.bench.layout;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
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
import pnnc.base.bytes.ByteSource;
import pnnc.base.units.Micrometres;
import pnnc.layout.mesh.StlReader;
import pnnc.layout.mesh.StlWriter;
import pnnc.layout.mesh.VoxelAxis;
import pnnc.layout.mesh.VoxelSolid;
import pnnc.layout.mesh.VoxelSurface;
import pnnc.layout.spice.SpiceCard;
import pnnc.layout.spice.SpiceElement;
import pnnc.layout.spice.SpiceParameter;
import pnnc.layout.spice.SpiceReader;
import pnnc.layout.spice.SpiceSink;
import pnnc.layout.spice.SpiceWriter;
import pnnc.layout.volume.NrrdWriter;
import pnnc.layout.volume.VolumeAxis;
import pnnc.layout.volume.VolumeGrid;
import pnnc.layout.volume.VolumeReader;
import pnnc.layout.volume.VolumeSink;
import pnnc.layout.volume.VolumeType;
import pnnc.layout.volume.VtiWriter;

/**
 * Netlists, surfaces and volumes to bytes and back. Says how many bytes the file has, so that MB/s
 * are that over the time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class FormatsBenchmark {
  private static final int CELLS = 512;
  private static final int SIDE = 256;

  /** What is written and read. */
  public enum Kind {
    /** 512 x 512 resistors of random values in subcircuits with a parameter. */
    SPICE,
    /** The surface of a phase mask of 256 x 256 columns with 16 levels. */
    STL,
    /** 256³ bytes, a quarter of them noise. */
    VTI,
    NRRD_RAW,
    NRRD_GZIP
  }

  /** What is written and read. */
  @Param public Kind kind;

  private byte[] voxels;
  private VoxelSurface surface;
  private ByteSource file;

  @Setup(Level.Trial)
  public void make() {
    Random random = new Random(1);
    voxels = new byte[SIDE * SIDE * SIDE];
    for (int i = 0; i < voxels.length; i++) {
      voxels[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt() : i >> 14);
    }
    int[] heights = random.ints(SIDE * SIDE, 1, 17).toArray();
    VoxelAxis side = VoxelAxis.of(SIDE, new Micrometres(0), new Micrometres(0.4));
    VoxelAxis up = VoxelAxis.of(16, new Micrometres(0), new Micrometres(0.05));
    VoxelSolid columns = VoxelSolid.ofHeights(SIDE, SIDE, 16, heights);
    surface = new VoxelSurface(columns, side, side, up);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(out);
    file = ByteSource.of("bench", out.toByteArray());
    System.out.printf(Locale.ROOT, "%n%s: %.2f MB%n", kind, out.size() / 1e6);
  }

  private void write(OutputStream out) {
    switch (kind) {
      case SPICE -> spice(new SpiceWriter(out, SpiceWriter.Names.LOWER_CASE));
      case STL -> {
        try (StlWriter writer = new StlWriter(out, "mask", surface.count())) {
          surface.emit(writer);
        }
      }
      case VTI -> volume(new VtiWriter(out));
      case NRRD_RAW -> volume(new NrrdWriter(out, NrrdWriter.Encoding.RAW));
      case NRRD_GZIP -> volume(new NrrdWriter(out, NrrdWriter.Encoding.GZIP));
    }
  }

  private static void spice(SpiceSink sink) {
    Random random = new Random(2);
    sink.title("crossbar");
    for (int i = 0; i < CELLS * CELLS; i++) {
      List<String> nodes = List.of("row" + i / CELLS, "col" + i % CELLS);
      SpiceParameter siemens = SpiceParameter.of("g", 1e-6 + 1e-4 * random.nextDouble());
      sink.card(SpiceElement.modelled("X" + i, nodes, "cell", List.of(siemens)));
    }
    sink.end();
  }

  private void volume(VolumeSink sink) {
    VolumeAxis axis = new VolumeAxis(SIDE, new Micrometres(0), new Micrometres(0.2));
    sink.begin(new VolumeGrid(axis, axis, axis, VolumeType.U8));
    for (int z = 0; z < SIDE; z++) {
      ByteBuffer slab = ByteBuffer.wrap(voxels, z * SIDE * SIDE, SIDE * SIDE);
      sink.values(slab.order(ByteOrder.LITTLE_ENDIAN));
    }
    sink.end();
  }

  @Benchmark
  public void write() {
    write(OutputStream.nullOutputStream());
  }

  @Benchmark
  public long read() {
    Sums sums = new Sums();
    switch (kind) {
      case SPICE -> SpiceReader.read(file, sums);
      case STL -> StlReader.read(file, corners -> sums.sum += (long) corners[0]);
      default -> VolumeReader.read(file, sums);
    }
    return sums.sum;
  }

  /** Looks at everything once. */
  private static final class Sums implements SpiceSink, VolumeSink {
    private long sum;

    @Override
    public void title(String title) {
      sum += title.length();
    }

    @Override
    public void card(SpiceCard card) {
      sum += card instanceof SpiceElement element ? element.nodes().size() : 0;
    }

    @Override
    public void begin(VolumeGrid grid) {
      sum += grid.values();
    }

    @Override
    public void values(ByteBuffer littleEndian) {
      while (littleEndian.hasRemaining()) {
        sum += littleEndian.get();
      }
    }

    @Override
    public void end() {
      sum++;
    }
  }
}
