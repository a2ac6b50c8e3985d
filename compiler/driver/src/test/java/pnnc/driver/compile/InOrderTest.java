package pnnc.driver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InOrderTest {
  private static final int TASKS = 200;

  @AfterEach
  void clearTheMark() {
    Thread.interrupted();
  }

  private static List<Integer> tasks() {
    return IntStream.range(0, TASKS).boxed().toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void resultsComeInTheOrderOfTheTasks(int threads) {
    List<Integer> results = new ArrayList<>();
    InOrder.forEach(tasks().iterator(), threads, i -> i * i, (i, square) -> results.add(square));
    assertThat(results).isEqualTo(tasks().stream().map(i -> i * i).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void noMoreResultsAreHeldThanThreadsAndOne(int threads) {
    AtomicInteger held = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    InOrder.forEach(
        tasks().iterator(),
        threads,
        i -> {
          most.accumulateAndGet(held.incrementAndGet(), Math::max);
          return i;
        },
        (i, result) -> held.decrementAndGet());
    assertThat(held).hasValue(0);
    assertThat(most.get()).isBetween(1, threads + 1);
  }

  @Test
  void tasksRunAtTheSameTime() {
    CountDownLatch both = new CountDownLatch(2);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    InOrder.forEach(
        List.of(0, 1).iterator(),
        2,
        i -> {
          threads.add(Thread.currentThread());
          both.countDown();
          return awaited(both);
        },
        (i, result) -> {});
    assertThat(threads).hasSize(2);
  }

  private static int awaited(CountDownLatch latch) {
    try {
      latch.await();
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void theFirstFaultInOrderSurfacesAndWhatCameBeforeIsHandedOver(int threads) {
    List<Integer> results = new ArrayList<>();
    assertThatThrownBy(
            () ->
                InOrder.forEach(
                    tasks().iterator(), threads, InOrderTest::failing, (i, r) -> results.add(r)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("task 7");
    assertThat(results).containsExactly(0, 1, 2, 3, 4, 5, 6);
  }

  private static int failing(int task) {
    if (task >= 7) {
      throw new IllegalArgumentException("task " + task);
    }
    return task;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void anInterruptedCallerStops(int threads) {
    List<Integer> results = new ArrayList<>();
    assertThatThrownBy(
            () ->
                InOrder.forEach(
                    tasks().iterator(),
                    threads,
                    i -> i,
                    (i, r) -> {
                      results.add(r);
                      Thread.currentThread().interrupt();
                    }))
        .isInstanceOf(CancellationException.class);
    assertThat(results).containsExactly(0);
  }

  @Test
  void aTaskThatIsUnderWayIsInterruptedWithItsCaller() {
    Thread caller = Thread.currentThread();
    CountDownLatch stopped = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                InOrder.forEach(
                    List.of(0).iterator(),
                    2,
                    i -> {
                      caller.interrupt();
                      try {
                        new CountDownLatch(1).await();
                      } catch (InterruptedException e) {
                        stopped.countDown();
                      }
                      return i;
                    },
                    (i, r) -> {}))
        .isInstanceOf(CancellationException.class);
    Thread.interrupted();
    assertThat(awaited(stopped)).isZero();
  }
}
