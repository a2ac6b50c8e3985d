package pnnc.driver.data;

import static org.assertj.core.api.Assertions.assertThat;
import static pnnc.driver.data.DataFiles.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import pnnc.base.shape.Shape;
import pnnc.driver.testing.Shared;
import pnnc.ir.network.ElementType;

/** Real data sets, where they are. */
class DatasetsTest {
  private record Summary(long samples, double sum, long labelSum, Shape shape) {}

  private static Summary read(DataOptions options, InputSpec input) throws IOException {
    try (SampleSource source = SampleSources.open(options, List.of(input));
        SampleCursor cursor = source.cursor(0)) {
      double sum = 0;
      long labels = 0;
      while (cursor.hasNext()) {
        Sample sample = cursor.next();
        sum += Arrays.stream(DataFiles.numbers(sample)).sum();
        labels += sample.label().orElseThrow();
      }
      return new Summary(source.count(), sum, labels, source.inputs().get(0).shape().orElseThrow());
    }
  }

  @Test
  void mnist() throws IOException {
    Path images = Shared.path("datasets/mnist/t10k-images-idx3-ubyte.gz");
    Path labels = Shared.path("datasets/mnist/t10k-labels-idx1-ubyte.gz");
    DataOptions options = DataOptions.of(images).with(new Labels.Beside(labels));
    assertThat(read(options, batch(ElementType.F32, 1, 28, 28)))
        .isEqualTo(new Summary(10_000, 264_923_200.0, 44_434, Shape.of(1, 1, 28, 28)));
  }

  @Test
  void digits() throws IOException {
    DataOptions options = DataOptions.of(Shared.path("datasets/uci/digits.csv.gz"));
    assertThat(read(options, batch(ElementType.F32, 1, 8, 8)))
        .isEqualTo(new Summary(1797, 561_718.0, 8_070, Shape.of(1, 1, 8, 8)));
  }

  @Test
  void irisAndWine() throws IOException {
    DataOptions iris = DataOptions.of(Shared.path("datasets/uci/iris.csv"));
    Summary flowers = read(iris, batch(ElementType.F64, 4));
    assertThat(flowers.samples()).isEqualTo(150);
    assertThat(flowers.labelSum()).isEqualTo(150);
    DataOptions wine = DataOptions.of(Shared.path("datasets/uci/wine_data.csv"));
    assertThat(read(wine, batch(ElementType.F64, 13)).labelSum()).isEqualTo(71 + 2 * 48);
  }

  @Test
  void cifar() throws IOException {
    DataOptions options =
        DataOptions.of(Shared.path("datasets/cifar10-sample/cifar10_test_100.csv"));
    Summary images = read(options, batch(ElementType.F32, 32, 32, 3));
    assertThat(images.samples()).isEqualTo(100);
    assertThat(images.shape()).isEqualTo(Shape.of(1, 32, 32, 3));
    assertThat(images.labelSum()).as("labels come first").isBetween(300L, 600L);
  }
}
