package pnnc.bench.layout;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.concurrent.atomic.AtomicLong;

/** Looks every millisecond how much of the heap is used, garbage included. */
final class Heap {
  private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
  private final AtomicLong most = new AtomicLong();

  private Heap() {}

  /** Looks from now on. */
  static Heap watched() {
    Heap heap = new Heap();
    Thread watch = new Thread(heap::watch, "heap");
    watch.setDaemon(true);
    watch.start();
    return heap;
  }

  private void watch() {
    try {
      while (true) {
        look();
        Thread.sleep(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    most.accumulateAndGet(memory.getHeapMemoryUsage().getUsed(), Math::max);
  }

  /** The most that was seen, in MiB. */
  double peakMebibytes() {
    look();
    return most.get() / 0x1p20;
  }
}
