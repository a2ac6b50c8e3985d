package pnnc.sim.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static pnnc.sim.Graphs.network;
import static pnnc.sim.Graphs.v;
import static pnnc.sim.Graphs.vs;
import static pnnc.sim.twin.TwinCases.FLOAT;
import static pnnc.sim.twin.TwinCases.W;
import static pnnc.sim.twin.TwinCases.X;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.ValueType;
import pnnc.onnx.write.OnnxWriter;
import pnnc.sim.Graphs;
import pnnc.sim.runtime.OnnxSession;
import pnnc.sim.runtime.SessionSettings;

/** Interrupting a thread ends what it runs, even a loop that would outlast everybody. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterruptionTest {
  private static final Map<String, Tensor> INPUTS = Map.of("x", X);

  /** Runs 2⁶³ − 1 times; {@code op} makes the next state of the last and the weight. */
  private static Network endless(String op) {
    Graph body =
        new Graphs()
            .in("i", ValueType.tensor(ElementType.I64, Shape.SCALAR))
            .in("go", ValueType.tensor(ElementType.BOOL, Shape.SCALAR))
            .in("h", FLOAT)
            .node(op, "p", "h", "w")
            .node("Tanh", "next", "p")
            .node("Identity", "more", "go")
            .out("more", "next");
    Node loop =
        new Node(
            OpType.of("Loop"),
            "",
            vs("m", "yes", "a"),
            List.of(v("last")),
            Map.of("body", Attribute.of(body)));
    return network(
        new Graphs()
            .in("x", FLOAT)
            .constant("w", op.equals("MatMul") ? W : X)
            .constant("w0", W)
            .constant("m", Tensor.ofLongs(Shape.SCALAR, Long.MAX_VALUE))
            .constant("yes", TwinCases.bool(true))
            .node("MatMul", "a", "x", "w0")
            .node(loop)
            .node("Relu", "y", "last")
            .out("y"));
  }

  /** What {@code run} throws when its thread is interrupted after it began. */
  private static Throwable interrupted(Runnable run) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              begun.countDown();
              thrown.complete(catchThrowable(run::run));
              stillInterrupted.complete(Thread.currentThread().isInterrupted());
            });
    thread.setDaemon(true);
    thread.start();
    begun.await();
    Thread.sleep(200);
    assertThat(thrown).as("runs on and on").isNotDone();
    thread.interrupt();
    assertThat(stillInterrupted.join()).isTrue();
    return thrown.join();
  }

  @Test
  void aRunOfOnnxRuntimeEnds() throws InterruptedException {
    byte[] model = OnnxWriter.toBytes(endless("Add"));
    try (OnnxSession session = OnnxSession.open(model, SessionSettings.DEFAULT)) {
      assertThat(interrupted(() -> session.run(INPUTS))).isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void aSegmentOfATwinEnds() throws InterruptedException {
    try (Twin twin = LinearPartition.twin(endless("Add"))) {
      assertThat(interrupted(() -> twin.run(INPUTS))).isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void aLoopAroundABlockEnds() throws InterruptedException {
    try (Twin twin = LinearPartition.twin(endless("MatMul"))) {
      assertThat(interrupted(() -> twin.run(INPUTS))).isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void aThreadThatIsInterruptedAlreadyRunsNothing() {
    byte[] model = OnnxWriter.toBytes(endless("Add"));
    try (OnnxSession session = OnnxSession.open(model, SessionSettings.DEFAULT)) {
      Thread.currentThread().interrupt();
      Throwable thrown = catchThrowable(() -> session.run(INPUTS));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(thrown).isInstanceOf(CancellationException.class);
    }
  }
}
