package pnnc.driver.data;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static pnnc.driver.data.DataFiles.all;
import static pnnc.driver.data.DataFiles.batch;
import static pnnc.driver.data.DataFiles.doubles;
import static pnnc.driver.data.DataFiles.floats;
import static pnnc.driver.data.DataFiles.integers;
import static pnnc.driver.data.DataFiles.npy;
import static pnnc.driver.data.DataFiles.numbers;
import static pnnc.driver.data.DataFiles.write;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;

class NpyTest {
  private static final String FORTRAN = "{'descr': '%s', 'fortran_order': True, 'shape': %s, }";
  private static final String PLAIN = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }";

  @TempDir Path folder;

  @Test
  void eachRowIsASample() {
    Path file =
        write(folder, "a.npy", npy("<f4", "(2, 3)", floats(LITTLE_ENDIAN, 1, 2, 3, 4, 5, 6)));
    List<Sample> samples = all(DataOptions.of(file), batch(ElementType.F32, 3));
    assertThat(samples).hasSize(2);
    assertThat(numbers(samples.get(1))).containsExactly(4, 5, 6);
    assertThat(samples.get(1).inputs().get("x").shape()).isEqualTo(Shape.of(1, 3));
    assertThat(samples.get(1).label()).isEmpty();
  }

  @Test
  void aCursorStartsAnywhere() {
    Path file = write(folder, "a.npy", npy("<f4", "(3, 1)", floats(LITTLE_ENDIAN, 1, 2, 3)));
    List<Sample> rest = DataFiles.from(2, DataOptions.of(file), batch(ElementType.F32, 1));
    assertThat(rest).hasSize(1);
    assertThat(rest.get(0).index()).isEqualTo(2);
    assertThat(numbers(rest.get(0))).containsExactly(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyVersionOfTheHeaderIsRead(int version) {
    byte[] bytes = npy(version, PLAIN, "<f4", "(1, 2)", floats(LITTLE_ENDIAN, 7, 8));
    Path file = write(folder, "a.npy", bytes);
    assertThat(numbers(all(DataOptions.of(file), batch(ElementType.F32, 2)).get(0)))
        .containsExactly(7, 8);
  }

  static Stream<Arguments> everyType() {
    return Stream.of(
        Arguments.of("<i1", integers(LITTLE_ENDIAN, 8, -1, 3)),
        Arguments.of("|i1", integers(LITTLE_ENDIAN, 8, -1, 3)),
        Arguments.of("<i2", integers(LITTLE_ENDIAN, 16, -1, 3)),
        Arguments.of(">i2", integers(BIG_ENDIAN, 16, -1, 3)),
        Arguments.of("<i4", integers(LITTLE_ENDIAN, 32, -1, 3)),
        Arguments.of(">i4", integers(BIG_ENDIAN, 32, -1, 3)),
        Arguments.of("<i8", integers(LITTLE_ENDIAN, 64, -1, 3)),
        Arguments.of(">i8", integers(BIG_ENDIAN, 64, -1, 3)),
        Arguments.of("<f2", integers(LITTLE_ENDIAN, 16, 0xbc00, 0x4200)),
        Arguments.of(">f2", integers(BIG_ENDIAN, 16, 0xbc00, 0x4200)),
        Arguments.of("<f4", floats(LITTLE_ENDIAN, -1, 3)),
        Arguments.of(">f4", floats(BIG_ENDIAN, -1, 3)),
        Arguments.of("<f8", doubles(LITTLE_ENDIAN, -1, 3)),
        Arguments.of(">f8", doubles(BIG_ENDIAN, -1, 3)));
  }

  @ParameterizedTest
  @MethodSource("everyType")
  void everyTypeFeedsFloatsAndWholeNumbers(String descr, byte[] data) {
    Path file = write(folder, "a.npy", npy(descr, "(1, 2)", data));
    for (ElementType type : List.of(ElementType.F32, ElementType.F16, ElementType.I64)) {
      assertThat(numbers(all(DataOptions.of(file), batch(type, 2)).get(0)))
          .as("%s as %s", descr, type)
          .containsExactly(-1, 3);
    }
  }

  @ParameterizedTest
  @CsvSource({"|u1, 8", "<u2, 16", ">u2, 16", "<u4, 32", ">u4, 32", "<u8, 64", ">u8, 64"})
  void unsignedNumbersStayPositive(String descr, int bits) {
    ByteOrder order = descr.startsWith(">") ? BIG_ENDIAN : LITTLE_ENDIAN;
    Path file = write(folder, "a.npy", npy(descr, "(1, 1)", integers(order, bits, -1)));
    assertThat(numbers(all(DataOptions.of(file), batch(ElementType.F64, 1)).get(0)))
        .containsExactly(Math.scalb(1.0, bits) - (bits == 64 ? 0 : 1));
  }

  @Test
  void truthValuesFeedTruthValues() {
    Path file = write(folder, "a.npy", npy("|b1", "(1, 2)", new byte[] {0, 1}));
    assertThat(numbers(all(DataOptions.of(file), batch(ElementType.BOOL, 2)).get(0)))
        .containsExactly(0, 1);
  }

  @Test
  void fortranOrderIsTurnedAround() {
    byte[] columns = floats(LITTLE_ENDIAN, 1, 4, 2, 5, 3, 6);
    Path file = write(folder, "a.npy", npy(1, FORTRAN, "<f4", "(2, 3)", columns));
    List<Sample> samples = all(DataOptions.of(file), batch(ElementType.F32, 3));
    assertThat(numbers(samples.get(0))).containsExactly(1, 2, 3);
    assertThat(numbers(samples.get(1))).containsExactly(4, 5, 6);
  }

  @Test
  void anArrayOfTheInputsOwnShapeIsOneSample() {
    Path file = write(folder, "a.npy", npy("<f4", "(3,)", floats(LITTLE_ENDIAN, 1, 2, 3)));
    assertThat(all(DataOptions.of(file), batch(ElementType.F32, 3))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "O  | Python objects",
        "<c8 | no numbers",
        "<U3 | no numbers",
        "=f4 | byte order",
        "<f16 | no numbers"
      })
  void otherElementsAreRefused(String descr, String why) {
    String type = descr.equals("O") ? "|O" : descr;
    assertMalformed(npy(type, "(1, 1)", new byte[16]), why);
  }

  static Stream<Arguments> damagedFiles() {
    byte[] good = npy("<f4", "(2, 2)", new byte[16]);
    return Stream.of(
        Arguments.of("truncated data", Arrays.copyOf(good, good.length - 1), "15"),
        Arguments.of("too much data", Arrays.copyOf(good, good.length + 1), "17"),
        Arguments.of("truncated header", Arrays.copyOf(good, 20), "cut short"),
        Arguments.of("only magic", Arrays.copyOf(good, 7), "NUMPY"),
        Arguments.of("negative", npy("<f4", "(-2, 2)", new byte[16]), "at or above 0"),
        Arguments.of(
            "2^31 squared", npy("<f4", "(2147483648, 2147483648, 8)", new byte[0]), "large"),
        Arguments.of("beyond long", npy("<f4", "(99999999999999999999,)", new byte[0]), "64 bits"),
        Arguments.of("lying", npy("<f4", "(1000000000000, 2)", new byte[16]), "announces"),
        Arguments.of("version 9", npy(9, PLAIN, "<f4", "(1, 2)", new byte[8]), "version 9"),
        Arguments.of("no dictionary", npy(1, "[%s%s]", "<f4", "(1, 2)", new byte[8]), "dictionary"),
        Arguments.of("no shape", npy(1, "{'descr': '%s%.0s', }", "<f4", "", new byte[8]), "lacks"),
        Arguments.of(
            "records", npy(1, "{'descr': [('a', '%s%.0s')]}", "<f4", "", new byte[8]), "rec"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damagedFiles")
  void damagedFilesAreRefused(String what, byte[] bytes, String why) {
    assertMalformed(bytes, why);
  }

  private void assertMalformed(byte[] bytes, String why) {
    Path file = write(folder, "a.npy", bytes);
    assertThatThrownBy(() -> all(DataOptions.of(file), batch(ElementType.F32, 2)))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContaining("PNN3020")
        .hasMessageContaining(why);
  }

  @Test
  void aFaultNamesTheByte() {
    byte[] bytes = npy("<f4", "(2, 2)", new byte[12]);
    Path file = write(folder, "a.npy", bytes);
    DiagnosedException e =
        catchThrowableOfType(
            DiagnosedException.class, () -> all(DataOptions.of(file), batch(ElementType.F32, 2)));
    assertThat(e.diagnostics().get(0).place())
        .contains(new Place.ByteOffset(file.toString(), bytes.length));
  }

  @Test
  void numbersThatDoNotFitAreRefused() {
    Path file = write(folder, "a.npy", npy("<f8", "(1, 2)", doubles(LITTLE_ENDIAN, 1, 2.5)));
    assertThatThrownBy(() -> all(DataOptions.of(file), batch(ElementType.I64, 2)))
        .hasMessageContaining("sample 0: 2.5 is not a whole number of i64");
    Path large = write(folder, "b.npy", npy("<f8", "(1, 2)", doubles(LITTLE_ENDIAN, 1, 1e39)));
    assertThatThrownBy(() -> all(DataOptions.of(large), batch(ElementType.F32, 2)))
        .hasMessageContaining("1.0E39 is beyond the range of f32");
  }

  @Test
  void notANumberIsFedAndCounted() throws Exception {
    byte[] data = floats(LITTLE_ENDIAN, 1, Double.NaN, Double.NaN, 4);
    Path file = write(folder, "a.npy", npy("<f4", "(2, 2)", data));
    for (ElementType type : List.of(ElementType.F32, ElementType.F64)) {
      try (var source = SampleSources.open(DataOptions.of(file), List.of(batch(type, 2)));
          var cursor = source.cursor(0)) {
        cursor.forEachRemaining(sample -> {});
        assertThat(cursor.notANumbers()).isEqualTo(2);
      }
    }
  }

  @Test
  void aMissingFileAndAFolderAreNotReadable() {
    for (Path path : List.of(folder.resolve("absent.npy"), folder)) {
      assertThatThrownBy(() -> all(DataOptions.of(path), batch(ElementType.F32, 2)))
          .isInstanceOf(DiagnosedException.class)
          .hasMessageStartingWith(DiagnosticCode.FILE_UNREADABLE.id());
    }
  }
}
