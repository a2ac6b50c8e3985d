package pnnc.driver.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.ir.network.Value;

/**
 * Every operator set version by itself: linear operators, spelled as that version wants it, with
 * what usually stands around them, must come out of every road as they went in.
 */
class OpsetSweepTest {
  private static final int OLDEST = 7;
  private static final int NEWEST = 25;
  private static final Map<String, Function<Sketch, Value>> RECIPES = new LinkedHashMap<>();

  static {
    RECIPES.put("Conv", LinearSketches::conv);
    RECIPES.put("ConvTranspose", LinearSketches::convTranspose);
    RECIPES.put("GRU", RecurrentSketches::gru);
    RECIPES.put("Gemm", LinearSketches::gemm);
    RECIPES.put("LSTM", RecurrentSketches::lstm);
    RECIPES.put("MatMul", LinearSketches::matMul);
    RECIPES.put("RNN", RecurrentSketches::rnn);
  }

  static IntStream opsets() {
    return IntStream.rangeClosed(OLDEST, NEWEST);
  }

  @ParameterizedTest
  @MethodSource("opsets")
  void everyVersionComesThroughRight(int opset) {
    sweep(opset, 6);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("opsets")
  void everyVersionComesThroughRightInManyShapes(int opset) {
    sweep(opset, Integer.getInteger("sweep.models", 45));
  }

  private static void sweep(int opset, int each) {
    Sweep sweep = new Sweep(2e-4);
    long replay = Long.getLong("test.seed", -1);
    RECIPES.forEach(
        (title, recipe) -> {
          for (long seed = 0; seed < each; seed++) {
            sweep.add(title, recipe, opset, replay < 0 ? seed : replay, 4);
          }
        });
    System.out.printf(
        "opset %d: %s ran, with blocks %s, refused by ONNX Runtime: %s%n",
        opset, sweep.ran(), sweep.blocks(), sweep.refused());
    assertThat(sweep.failures()).isEmpty();
    assertThat(sweep.ran()).containsOnlyKeys(RECIPES.keySet());
    assertThat(sweep.total()).isGreaterThan(each * RECIPES.size() * 9 / 10);
    RECIPES.keySet().forEach(title -> assertThat(sweep.blocks().get(title)).as(title).isPositive());
  }
}
