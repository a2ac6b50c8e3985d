package pnnc.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import pnnc.base.shape.Shape;
import pnnc.ir.block.BlockInterface;
import pnnc.ir.block.LinearForm;
import pnnc.ir.block.LinearShape;
import pnnc.ir.block.UnitInterface;
import pnnc.ir.block.UnitInterface.Converter;
import pnnc.ir.circuit.Cell;
import pnnc.ir.circuit.Circuit;
import pnnc.ir.circuit.Model;
import pnnc.ir.circuit.Port;
import pnnc.ir.circuit.Reals;
import pnnc.ir.electrical.CrosspointArray;
import pnnc.ir.electrical.ElectricalDevice;
import pnnc.ir.netlist.ElectricalNetlist;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.kernels.parallel.Workers;
import pnnc.sim.crossbar.CrossbarSolver;
import pnnc.sim.physics.AssembledBlock;
import pnnc.sim.twin.BlockOperator;

/**
 * Images per second of a perceptron 784-256-128-10 whose matrices are tiles of 128 × 128 cells with
 * 1 Ω between cells, 5 uS at most, behind converters of 8 bits; the solution of all tiles is
 * counted. Prints a line for each number of threads, without and with noise for each read.
 */
public final class CrossbarTwinBenchmark {
  private static final int IMAGES = 10_000;
  private static final int BATCH = 500;
  private static final int ROWS = 128;
  private static final int PAIRS = 64;
  private static final int[] SIZES = {784, 256, 128, 10};
  private static final double VOLTS = 0.2;
  private static final double STRONGEST = 5e-6;

  private static final OperatingSystemMXBean CLOCK =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final String effects;
  private final Map<String, Double> card;

  private CrossbarTwinBenchmark(String effects, Map<String, Double> card) {
    this.effects = effects;
    this.card = card;
  }

  /** Runs each case with one and with two threads, five times; prints medians. */
  public static void main(String[] args) throws Exception {
    CrossbarTwinBenchmark nominal = new CrossbarTwinBenchmark("wires", Map.of());
    CrossbarTwinBenchmark noisy =
        new CrossbarTwinBenchmark("wires and read noise", Map.of("read_sigma", 0.01));
    for (int threads = 1; threads <= 2; threads++) {
      nominal.measure(threads, 0);
      noisy.measure(threads, 1);
    }
  }

  private void measure(int threads, long chip) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    List<double[]> seconds = new ArrayList<>();
    for (int run = 0; run < 6; run++) {
      seconds.add(pool.submit(() -> run(chip)).get());
    }
    pool.shutdown();
    seconds.remove(0);
    double setUp = median(seconds, 0);
    double rest = median(seconds, 1);
    System.out.printf(
        Locale.ROOT,
        "%s, %d threads: set-up %.2f s, %,d images %.2f s, together %,.0f images/s,"
            + " %,.0f for each second of CPU%n",
        effects,
        threads,
        setUp,
        IMAGES,
        rest,
        IMAGES / (setUp + rest),
        IMAGES / median(seconds, 2));
  }

  private static double median(List<double[]> seconds, int which) {
    return seconds.stream().mapToDouble(s -> s[which]).sorted().toArray()[seconds.size() / 2];
  }

  /** Seconds for the set-up and for all images, and CPU seconds for both. */
  private double[] run(long chip) {
    long start = System.nanoTime();
    long cpu = CLOCK.getProcessCpuTime();
    List<BlockOperator> layers = new ArrayList<>();
    for (int k = 0; k + 1 < SIZES.length; k++) {
      layers.add(layer(k, chip));
    }
    long ready = System.nanoTime();
    float[] images = new float[BATCH * SIZES[0]];
    Random random = new Random(3);
    for (int i = 0; i < images.length; i++) {
      images[i] = random.nextFloat();
    }
    for (int done = 0; done < IMAGES; done += BATCH) {
      Tensor x = Tensor.ofFloats(Shape.of(BATCH, SIZES[0]), images);
      for (BlockOperator layer : layers) {
        x = rectified(layer.apply(List.of(x)).get(0));
      }
    }
    long spent = CLOCK.getProcessCpuTime() - cpu;
    return new double[] {(ready - start) / 1e9, (System.nanoTime() - ready) / 1e9, spent / 1e9};
  }

  private static Tensor rectified(Tensor x) {
    double[] values = TensorElements.of(x).toDoubles();
    float[] positive = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      positive[i] = (float) Math.max(0, values[i]);
    }
    return Tensor.ofFloats(x.shape(), positive);
  }

  private BlockOperator layer(int k, long chip) {
    int ins = SIZES[k];
    int outs = SIZES[k + 1];
    List<UnitInterface> units = new ArrayList<>();
    for (int out = 0; out < outs; out += PAIRS) {
      for (int in = 0; in < ins; in += ROWS) {
        units.add(tile(in, Math.min(ins, in + ROWS), out, Math.min(outs, out + PAIRS)));
      }
    }
    Map<String, ElectricalNetlist> netlists = new TreeMap<>();
    units.forEach(u -> netlists.put(u.unit(), netlist(u)));
    return new AssembledBlock(List.of(new CrossbarSolver()), netlists::get, chip)
        .linear(
            new LinearShape(new LinearForm.Dense(), 1, ins, outs),
            new BlockInterface("layer" + k, ins, outs, units),
            Workers.POOL);
  }

  private static UnitInterface tile(int inFrom, int inTo, int outFrom, int outTo) {
    Converter dac = new Converter(8, 0, VOLTS);
    double range = VOLTS * STRONGEST * 16;
    Converter adc = new Converter(8, -range, range);
    List<UnitInterface.Drive> drives =
        IntStream.range(inFrom, inTo)
            .mapToObj(i -> new UnitInterface.Drive("W" + (i - inFrom), i, VOLTS, 0, dac))
            .toList();
    List<UnitInterface.Readout> readouts =
        IntStream.range(outFrom, outTo)
            .mapToObj(
                o -> {
                  int bit = 2 * (o - outFrom);
                  return new UnitInterface.Readout("B" + bit, "B" + (bit + 1), o, 1e6, 0, adc);
                })
            .toList();
    return new UnitInterface("tile%d.%d".formatted(outFrom, inFrom), 0, drives, readouts);
  }

  private ElectricalNetlist netlist(UnitInterface tile) {
    List<String> words = tile.drives().stream().map(UnitInterface.Drive::port).toList();
    List<String> bits =
        IntStream.range(0, 2 * tile.readouts().size()).mapToObj(j -> "B" + j).toList();
    int size = words.size() * bits.size();
    Random random = new Random(tile.unit().hashCode());
    CrosspointArray array =
        new CrosspointArray(
            "cells",
            words,
            bits,
            "cell",
            new CrosspointArray.Crosspoints(
                Reals.constant(size, 1),
                Reals.constant(size, 1),
                Reals.constant(size, 0),
                Optional.of(Reals.generate(size, k -> STRONGEST * random.nextDouble()))),
            CrosspointArray.Wires.uniform(size, 1, 1),
            Optional.empty());
    List<Port> ports = new ArrayList<>();
    words.forEach(w -> ports.add(new Port(w, Port.Direction.IN, Port.Role.SIGNAL)));
    bits.forEach(b -> ports.add(new Port(b, Port.Direction.OUT, Port.Role.SIGNAL)));
    List<ElectricalDevice> devices = List.of(array);
    return new ElectricalNetlist(
        Circuit.flat(
            tile.unit(),
            List.of(new Model("cell", "resistive", card)),
            new Cell<>(tile.unit(), ports, devices, List.of())));
  }
}
