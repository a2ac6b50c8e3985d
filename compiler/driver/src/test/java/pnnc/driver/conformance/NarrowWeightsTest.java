package pnnc.driver.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.ir.network.ElementType;

/** Weights of 16, 8, 4 and 2 bits reach a block with the numbers ONNX Runtime sees. */
class NarrowWeightsTest {
  static Stream<Arguments> integers() {
    return Stream.of(
            of(13, ElementType.I8, ElementType.U8),
            of(
                21,
                ElementType.I8,
                ElementType.U8,
                ElementType.I16,
                ElementType.U16,
                ElementType.I4,
                ElementType.U4),
            of(23, ElementType.I8, ElementType.U16, ElementType.I4, ElementType.U4),
            of(25, ElementType.I4, ElementType.U4, ElementType.I2, ElementType.U2))
        .flatMap(s -> s);
  }

  static Stream<Arguments> floats() {
    return Stream.of(
            of(13, ElementType.F16, ElementType.BF16),
            of(
                19,
                ElementType.F8E4M3FN,
                ElementType.F8E4M3FNUZ,
                ElementType.F8E5M2,
                ElementType.F8E5M2FNUZ),
            of(
                21,
                ElementType.F16,
                ElementType.BF16,
                ElementType.F8E4M3FN,
                ElementType.F8E4M3FNUZ,
                ElementType.F8E5M2,
                ElementType.F8E5M2FNUZ))
        .flatMap(s -> s);
  }

  private static Stream<Arguments> of(int opset, ElementType... types) {
    return List.of(types).stream().map(t -> Arguments.of(opset, t));
  }

  @ParameterizedTest
  @MethodSource("integers")
  void integerLevelsBecomeABlock(int opset, ElementType type) {
    Sweep sweep = new Sweep(1e-4);
    for (long seed = 0; seed < 12; seed++) {
      sweep.add(type.toString(), t -> NarrowSketches.integers(t, type), opset, seed, 0);
    }
    check(sweep, type);
  }

  @ParameterizedTest
  @MethodSource("floats")
  void narrowFloatsBecomeABlock(int opset, ElementType type) {
    Sweep sweep = new Sweep(1e-4);
    for (long seed = 0; seed < 4; seed++) {
      sweep.add(type.toString(), t -> NarrowSketches.floats(t, type), opset, seed, 0);
    }
    check(sweep, type);
  }

  private static void check(Sweep sweep, ElementType type) {
    System.out.printf("narrow %s: %s, refused %s%n", type, sweep.blocks(), sweep.refused());
    assertThat(sweep.failures()).isEmpty();
    assertThat(sweep.ran()).containsOnlyKeys(type.toString());
    assertThat(sweep.blocks()).isEqualTo(sweep.ran());
  }
}
