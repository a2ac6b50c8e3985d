package pnnc.passes.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pnnc.base.bytes.ByteSource;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.TensorElements;
import pnnc.ir.network.TensorWriter;

/** What is computed by range against the same written out element by element. */
class ComputedBytesTest {
  private static final int ROWS = 521;
  private static final int COLUMNS = 1031;
  private static final Shape SHAPE = Shape.of(ROWS, COLUMNS);

  @ParameterizedTest
  @EnumSource(
      value = ElementType.class,
      names = {"F64", "F32", "F16", "BF16"})
  void scaledByRowAndRounded(ElementType type) {
    Tensor source = random(type);
    Tensor scaled = Tensors.map(source, type, (i, x) -> x * factor(i));
    TensorElements elements = TensorElements.of(source);
    TensorWriter eager = new TensorWriter(type, SHAPE);
    for (int i = 0; i < source.elements(); i++) {
      eager.put(i, elements.doubleAt(i) * factor(i));
    }
    assertComputed(scaled, eager.build());
  }

  private static double factor(long index) {
    return 0.1 + Math.floorDiv(index, COLUMNS);
  }

  @ParameterizedTest
  @EnumSource(
      value = ElementType.class,
      names = {"I2", "U2", "I4", "U4", "I8", "U8", "I16", "U16"})
  void quantised(ElementType type) {
    Tensor source = random(ElementType.F32);
    Tensor levels = Tensors.mapToIntegers(source, type, (i, x) -> Math.rint(x * 1e-3) + i % 3);
    TensorElements elements = TensorElements.of(source);
    TensorWriter eager = new TensorWriter(type, SHAPE);
    for (int i = 0; i < source.elements(); i++) {
      double level = Math.rint(elements.doubleAt(i) * 1e-3) + i % 3;
      eager.put(i, Integers.saturated(type, level));
    }
    assertComputed(levels, eager.build());
  }

  @ParameterizedTest
  @EnumSource(
      value = ElementType.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"STRING", "C128"})
  void transposed(ElementType type) {
    Tensor source = random(type);
    int bits = type.bits();
    byte[] eager = new byte[(int) source.bytes().size()];
    byte[] old = new byte[eager.length];
    whole(source.bytes()).get(old);
    for (int i = 0; i < ROWS * COLUMNS; i++) {
      copyBits(old, (i % ROWS * COLUMNS + i / ROWS) * bits, eager, i * bits, bits);
    }
    Tensor expected = new Tensor(type, Shape.of(COLUMNS, ROWS), TensorData.of(eager));
    Tensor transposed = Permutation.permute(source, 1, 0);
    assertComputed(transposed, expected);
    Tensor back = Permutation.permute(transposed, 1, 0);
    assertThat(whole(back.bytes())).isEqualTo(ByteBuffer.wrap(old));
  }

  /** Computed out of computed, by other axes. */
  @ParameterizedTest
  @EnumSource(
      value = ElementType.class,
      names = {"F32", "BF16"})
  void nested(ElementType type) {
    Tensor source = random(type).reshape(Shape.of(1, ROWS, COLUMNS));
    Tensor moved = Permutation.permute(source, 2, 0, 1);
    Tensor scaled = Tensors.map(moved, type, (i, x) -> x * Math.floorDiv(i, ROWS));
    Tensor back = Permutation.permute(scaled, 2, 1, 0);
    Tensor direct = Tensors.map(source.reshape(SHAPE), type, (i, x) -> x * (i % COLUMNS));
    assertComputed(back.reshape(SHAPE), direct);
  }

  private static void copyBits(byte[] from, int first, byte[] into, int at, int count) {
    for (int bit = 0; bit < count; bit++) {
      int set = (from[(first + bit) / 8] >> ((first + bit) % 8)) & 1;
      into[(at + bit) / 8] |= (byte) (set << ((at + bit) % 8));
    }
  }

  private static Tensor random(ElementType type) {
    byte[] bytes = new byte[(int) type.bytes((long) ROWS * COLUMNS).orElseThrow()];
    new Random(7).nextBytes(bytes);
    int unused = (int) (bytes.length * 8L - (long) ROWS * COLUMNS * type.bits());
    bytes[bytes.length - 1] &= (byte) (0xff >> unused);
    return new Tensor(type, SHAPE, TensorData.of(bytes));
  }

  /** Whole, and in ranges that begin and end anywhere, even within an element. */
  private static void assertComputed(Tensor actual, Tensor expected) {
    assertThat(((TensorData.Bytes) actual.data()).source()).isInstanceOf(ComputedBytes.class);
    assertThat(actual.type()).isEqualTo(expected.type());
    assertThat(actual.shape()).isEqualTo(expected.shape());
    assertThat(whole(actual.bytes())).isEqualTo(whole(expected.bytes()));
    int size = (int) expected.bytes().size();
    for (int length : new int[] {0, 1, 3, 8191, 8192, 8193, 65_537}) {
      for (int from : new int[] {0, 1, 7, 8192 * 2 - 1, size / 3, size - length}) {
        assertThat(actual.bytes().slice(from, length))
            .isEqualTo(expected.bytes().slice(from, length));
      }
    }
  }

  private static ByteBuffer whole(ByteSource source) {
    return source.slice(0, (int) source.size());
  }
}
