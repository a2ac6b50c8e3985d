package pnnc.layout.oasis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.model.Layer;
import pnnc.layout.model.LayoutSink;

/** Arrays in which nearly every device differs stay small. */
class DenseArrayTest {
  private static final int SIDE = 128;
  private static final int PITCH = 2000;

  /** A via of one of 64 sizes and a resistor of one of 1,650 lengths in each cell. */
  private static void draw(LayoutSink sink, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    sink.begin("", Grid.NANOMETRE);
    sink.beginCell("ARRAY");
    for (int i = 0; i < SIDE; i++) {
      for (int j = 0; j < SIDE; j++) {
        int x = j * PITCH;
        int y = i * PITCH;
        int side = 150 + 5 * random.nextInt(64);
        sink.box(new Layer(68, 44), x, y, x + side, y + side, Repetition.ONCE);
        int length = 300 + random.nextInt(1650);
        sink.box(new Layer(66, 20), x, y + 1000, x + length, y + 1350, Repetition.ONCE);
      }
    }
    sink.endCell();
    sink.end();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void twoRandomDevicesInACellTakeTwoBytesEachAtMost(long seed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    draw(new OasisWriter(bytes, OasisOptions.DEFAULT.withGathers(false)), seed);
    assertThat(bytes.size()).isLessThanOrEqualTo(2 * 2 * SIDE * SIDE);
  }
}
