package pnnc.ir.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementTextTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1.0",
    "0.1, 0.1",
    "-2.5, -2.5",
    "100, 100.0",
    "1234567, 1234567.0",
    "12345678, 1.2345678e7",
    "0.0001, 0.0001",
    "0.00001, 1e-5",
    "3.4028235e38, 3.4028235e38",
    "1.4e-45, 1e-45",
    "2e-3, 0.002"
  })
  void floatsAreShortAndAlikeOnEveryJava(float value, String text) {
    assertThat(ElementText.print(ElementType.F32, bits(value))).isEqualTo(text);
  }

  private static long bits(float value) {
    return Float.floatToRawIntBits(value) & 0xffffffffL;
  }

  @Test
  void specialFloatsHaveWordsOrBits() {
    assertThat(ElementText.print(ElementType.F32, bits(Float.NaN))).isEqualTo("nan");
    assertThat(ElementText.print(ElementType.F32, 0xffc00001L)).isEqualTo("0xffc00001");
    assertThat(ElementText.print(ElementType.F32, bits(-0.0f))).isEqualTo("-0.0");
    assertThat(ElementText.print(ElementType.F32, 0xff800000L)).isEqualTo("-inf");
    assertThat(ElementText.print(ElementType.BOOL, 2)).isEqualTo("0x02");
    assertThat(ElementText.print(ElementType.U64, -1)).isEqualTo("18446744073709551615");
  }

  @Test
  void randomPatternsAreReadBackToTheBit() {
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      ElementType type = i % 2 == 0 ? ElementType.F32 : ElementType.F64;
      long bits = random.nextLong() >>> (64 - type.bits());
      String text = ElementText.print(type, bits);
      assertThat(ElementText.parse(type, text)).as("%s %s", type, text).hasValue(bits);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "I8, 128",
    "I8, -129",
    "U8, 256",
    "U8, -1",
    "I2, 2",
    "U4, 16",
    "I64, 9223372036854775808",
    "U64, 18446744073709551616",
    "BOOL, 1",
    "I32, 1.0",
    "I32, true",
    "U8, 0x100",
    "I32, ''",
    "F32, 1.",
    "F32, 0x1.8p1",
    "F32, 1.0f",
    "F32, NaN",
    "F64, 1e999",
    "I32, 1e2"
  })
  void whatIsNoNumberOfTheTypeIsRefused(ElementType type, String text) {
    assertThat(ElementText.parse(type, text)).isEmpty();
  }
}
