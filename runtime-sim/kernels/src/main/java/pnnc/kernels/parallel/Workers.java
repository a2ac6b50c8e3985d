package pnnc.kernels.parallel;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Who carries out independent tasks. Results never depend on it. */
public interface Workers {
  /** One task after the other, in the caller's thread. */
  Workers SEQUENTIAL =
      (tasks, task) -> {
        for (int i = 0; i < tasks; i++) {
          task.accept(i);
        }
      };

  /** The threads of the pool that the caller runs in; outside of any, the JVM's common pool. */
  Workers POOL = (tasks, task) -> IntStream.range(0, tasks).parallel().forEach(task);

  /** Runs tasks {@code 0 … tasks − 1} in any order, then returns. */
  void forEach(int tasks, IntConsumer task);
}
