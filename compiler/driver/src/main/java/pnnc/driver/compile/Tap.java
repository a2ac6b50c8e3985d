package pnnc.driver.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import pnnc.ir.block.CalibrationData;
import pnnc.ir.network.Tensor;
import pnnc.sim.twin.BlockOperator;

/**
 * Keeps some of what passes through a block: a uniform choice of all calls (Vitter, Random Sampling
 * with a Reservoir, 1985, algorithm R), as a block in a loop is called more often than there are
 * samples. The same calls and seed give the same choice.
 */
final class Tap implements BlockOperator {
  private final BlockOperator exact;
  private final int wanted;
  private final long mostBytes;
  private final SplittableRandom random;
  private final List<CalibrationData.Batch> kept = new ArrayList<>();
  private long largest = 1;
  private long calls;

  /**
   * @param exact what the block computes
   * @param wanted calls to keep, at least 1
   * @param mostBytes what they may take together; one call is kept in any case
   */
  Tap(BlockOperator exact, int wanted, long mostBytes, long seed) {
    this.exact = exact;
    this.wanted = wanted;
    this.mostBytes = mostBytes;
    this.random = new SplittableRandom(seed);
  }

  int wanted() {
    return wanted;
  }

  /** What was kept; empty if the block was never called. */
  Optional<CalibrationData> data() {
    List<CalibrationData.Batch> all = List.copyOf(kept);
    return all.isEmpty() ? Optional.empty() : Optional.of(all::stream);
  }

  @Override
  public List<Tensor> apply(List<Tensor> inputs) {
    List<Tensor> outputs = exact.apply(inputs);
    largest = Math.max(largest, bytes(inputs) + bytes(outputs));
    offer(new CalibrationData.Batch(inputs, outputs));
    return outputs;
  }

  private void offer(CalibrationData.Batch batch) {
    int room = (int) Math.max(1, Math.min(wanted, mostBytes / largest));
    while (kept.size() > room) {
      kept.remove(kept.size() - 1);
    }
    long place = random.nextLong(++calls);
    if (kept.size() < room && calls <= room) {
      kept.add(batch);
    } else if (place < kept.size()) {
      kept.set((int) place, batch);
    }
  }

  private static long bytes(List<Tensor> tensors) {
    return tensors.stream().mapToLong(t -> t.type().bytes(t.elements()).orElse(0)).sum();
  }
}
