package pnnc.driver.data;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static pnnc.driver.data.DataFiles.all;
import static pnnc.driver.data.DataFiles.batch;
import static pnnc.driver.data.DataFiles.gzip;
import static pnnc.driver.data.DataFiles.numbers;
import static pnnc.driver.data.DataFiles.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.TensorElements;

class CsvTest {
  private static final InputSpec PAIR = batch(ElementType.F64, 2);

  @TempDir Path folder;

  private List<Sample> read(String text, InputSpec input) {
    return all(DataOptions.of(write(folder, "a.csv", text)), input);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1, 2, CHW, 1 2 3 4",
    "2, 1, 2, HWC, 1 3 2 4",
    "2, 2, 1, HWC, 1 3 2 4",
    "5, 1, 2, HWC, 1 2 3 4 5 6 7 8 9 10",
    "5, 1, 2, CHW, 1 6 2 7 3 8 4 9 5 10"
  })
  void rowsAreRearrangedToTheOrderOfTheInput(
      long a, long b, long c, DataOrder order, String expected) {
    String row =
        IntStream.rangeClosed(1, (int) (a * b * c)).mapToObj(i -> "" + i).collect(joining(","));
    DataOptions options = DataOptions.of(write(folder, "a.csv", row + "\n")).with(order);
    Sample sample = all(options, batch(ElementType.F64, a, b, c)).get(0);
    double[] numbers = TensorElements.of(sample.inputs().values().iterator().next()).toDoubles();
    assertThat(Arrays.stream(numbers).mapToObj(d -> "" + (int) d).collect(joining(" ")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"2, 1, 2, first", "5, 1, 2, last"})
  void anOrderThatNobodySaidIsNamed(long a, long b, long c, String where) throws IOException {
    String row = "1" + ",1".repeat((int) (a * b * c) - 1);
    DataOptions options = DataOptions.of(write(folder, "a.csv", row + "\n"));
    InputSpec input = batch(ElementType.F64, a, b, c);
    try (SampleSource source = SampleSources.open(options, List.of(input));
        SampleSource said = SampleSources.open(options.with(DataOrder.CHW), List.of(input))) {
      assertThat(said.warnings()).isEmpty();
      assertThat(source.warnings())
          .singleElement()
          .satisfies(d -> assertThat(d.code()).isEqualTo(DiagnosticCode.DATA_ORDER))
          .satisfies(d -> assertThat(d.message()).contains("taken to come " + where))
          .satisfies(d -> assertThat(d.help().get(0)).contains("--data-order hwc"));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 2, 2", "4, 1, 1"})
  void whereEveryOrderIsTheSameNothingIsSaid(long a, long b, long c) throws IOException {
    DataOptions options = DataOptions.of(write(folder, "a.csv", "1,2,3,4\n"));
    try (SampleSource source =
        SampleSources.open(options, List.of(batch(ElementType.F64, a, b, c)))) {
      assertThat(source.warnings()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2\n3,4\n",
        "1,2\r\n3,4",
        "1;2\n3;4\n",
        "1\t2\n3\t4\n",
        "\uFEFF1,2\n3,4\n",
        "a,b\n1,2\n\n3,4\n\n",
        "2,2,two classes\n1,2\n3,4\n",
        " 1 , 2\n\"3\",\"4.0\"\n",
        "1e0,+2\n3,.4e1\n"
      })
  void rowsAreSamples(String text) {
    List<Sample> samples = read(text, PAIR);
    assertThat(samples).hasSize(2);
    assertThat(numbers(samples.get(0))).containsExactly(1, 2);
    assertThat(numbers(samples.get(1))).containsExactly(3, 4);
  }

  @Test
  void compressedTextIsRead() {
    byte[] bytes = gzip("1,2\n".getBytes(StandardCharsets.UTF_8));
    Path file = write(folder, "a.csv.gz", bytes);
    assertThat(numbers(all(DataOptions.of(file), PAIR).get(0))).containsExactly(1, 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.5,7,1;0.5,9,0     | 1,0",
        "1,0.5,7;0,0.5,9     | 1,0",
        "0,3,1;0,9,2;0,9,0   | 1,2,0",
        "3,0,9;1,4,7;2,8,200 | 3,1,2",
        "label,a,b;5,6,7     | 5",
        "a,b,Class;5,6,7     | 7"
      })
  void theLabelColumnIsRecognised(String rows, String labels) {
    List<Sample> samples = read(rows.replace(';', '\n'), PAIR);
    assertThat(samples)
        .extracting(s -> Long.toString(s.label().getAsLong()))
        .containsExactly(labels.split(",", -1));
  }

  @Test
  void anAmbiguousLabelColumnIsAskedFor() {
    Path file = write(folder, "a.csv", "0,1,1\n1,0,0\n");
    DiagnosedException e =
        catchThrowableOfType(DiagnosedException.class, () -> all(DataOptions.of(file), PAIR));
    assertThat(e.diagnostics().get(0).help()).singleElement().asString().contains("--labels first");
    DataOptions first = DataOptions.of(file).with(Labels.parse("first"));
    assertThat(all(first, PAIR)).extracting(s -> s.label().getAsLong()).containsExactly(0L, 1L);
    assertThat(numbers(all(first, PAIR).get(0))).containsExactly(1, 1);
    DataOptions last = DataOptions.of(file).with(Labels.parse("last"));
    assertThat(numbers(all(last, PAIR).get(0))).containsExactly(0, 1);
  }

  @Test
  void labelsMayLieInAnotherCsv() {
    Path file = write(folder, "a.csv", "1,2\n3,4\n");
    Path labels = write(folder, "y.csv", "class\n6\n5\n");
    DataOptions options = DataOptions.of(file).with(new Labels.Beside(labels));
    assertThat(all(options, PAIR)).extracting(s -> s.label().getAsLong()).containsExactly(6L, 5L);
  }

  @Test
  void aWordIsShownInItsLine() {
    Path file = write(folder, "a.csv", "a,b\n1,2\n\n3, four\n");
    DiagnosedException e =
        catchThrowableOfType(DiagnosedException.class, () -> all(DataOptions.of(file), PAIR));
    assertThat(e).hasMessageContaining("PNN3020").hasMessageContaining("cell 2 is `four`");
    assertThat(e.diagnostics().get(0).place())
        .contains(new Place.TextSpan(file.toString(), 4, 4, 4, "3, four"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x1p3", "1f", "1d", "--1", "", "1_000", "NaN()", "Infinityx", "\u0661"})
  void whatOnlyJavaCallsANumberIsRefused(String cell) {
    assertThatThrownBy(() -> read("1,2\n" + cell + ",2\n", PAIR)).hasMessageContaining("PNN3020");
  }

  @ParameterizedTest
  @CsvSource({"nan,NaN", "-NaN,NaN", "inf,Infinity", "-Infinity,-Infinity"})
  void specialNumbersAreRead(String cell, double value) {
    assertThat(numbers(read("1,2\n" + cell + ",2\n", PAIR).get(1))).containsExactly(value, 2);
  }

  @Test
  void wholeNumbersKeepAllTheirDigits() {
    Sample sample = read("9007199254740993,3.0\n", batch(ElementType.I64, 2)).get(0);
    assertThat(TensorElements.of(sample.inputs().get("x")).toLongs())
        .containsExactly(9007199254740993L, 3);
  }

  @Test
  void rawPixelsAreNormalizedAndChecked() {
    Path file = write(folder, "a.csv", "0,255\n");
    DataOptions options = DataOptions.of(file).with(Normalization.parse("0.5,0.5"));
    assertThat(numbers(all(options, PAIR).get(0))).containsExactly(-1, 1);
    Path large = write(folder, "b.csv", "0,256\n");
    assertThatThrownBy(() -> all(DataOptions.of(large).with(Normalization.parse("0.5,0.5")), PAIR))
        .hasMessageContaining("not a raw pixel");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,2;3,4,5   | line 2 has 3 cells",
        "1,2;'3      | line 2 does not end",
        "1,2,3,4     | found 4 numbers per row",
        "a,b         | no samples"
      })
  void otherTextIsRefused(String rows, String why) {
    String text = rows.replace(';', '\n').replace('\'', '"');
    assertThatThrownBy(() -> read(text, PAIR)).hasMessageContaining(why);
  }

  @Test
  void textWithoutLineEndsIsRefusedInBoundedMemory() {
    byte[] bytes = gzip("1".repeat(64 << 20).getBytes(StandardCharsets.US_ASCII));
    Path file = write(folder, "a.csv.gz", bytes);
    assertThatThrownBy(() -> all(DataOptions.of(file), PAIR))
        .hasMessageContaining("a row of more than");
  }

  @Test
  void aBinaryFileIsNoText() {
    Path file = write(folder, "a.csv", "GIF\0\0\0\0\n");
    assertThatThrownBy(() -> all(DataOptions.of(file), PAIR)).hasMessageContaining("no text");
  }
}
