package pnnc.bench.layout;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** How much memory this JVM took. */
final class Heap {
  private Heap() {}

  /** The most that each pool of the heap held at once, together, in MiB: not less than the peak. */
  static double peakMebibytes() {
    long bytes =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum();
    return bytes / 0x1p20;
  }
}
