package pnnc.frontend.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.units.Micrometres;
import pnnc.base.units.Ohms;
import pnnc.base.units.SquareMicrometres;
import pnnc.frontend.testing.Seeds;

class MeasureTest {
  private static final List<String> UNITS = List.copyOf(UnitTable.symbols());

  @ParameterizedTest
  @CsvSource({
    "2.5, mm^2, 2.5 mm^2",
    "200, MS/s, 200 MS/s",
    "0.2, GS/s, 200 MS/s",
    "5, kohm, 5 kohm",
    "5, kΩ, 5 kohm",
    "5000, Ohm, 5 kohm",
    "1, µm, 1 um",
    "1, μm, 1 um",
    "10, Å, 1 nm",
    "2, dB/cm, 2 dB/cm",
    "12.5, fF/um, 12.5 fF/um",
    "30, ohm/sq, 30 ohm/sq",
    "1, min, 60 s",
    "1, h, 3600 s",
    "1, day, 86400 s",
    "1, mT, 1 mT",
    "1, Pa, 1 Pa",
    "3, pF, 3 pF",
    "1, kB, 8 kbit",
    "1, KiB, 8.192 kbit",
    "3.14, %, 0.0314",
    "3, ppm, 0.000003",
    "1, V*A, 1 W",
    "1, uS, 1 uS",
    "1, S, 1 S",
    "0, nm, 0 um",
    "1, eV, 160.2176634 zJ",
    "1, A^2*ohm, 1 W"
  })
  void isPrintedInItsBestUnit(String number, String unit, String printed) {
    assertThat(Measure.of(number, unit)).hasToString(printed);
  }

  @Test
  void everyPrintedQuantityIsReadAsTheSame() {
    Seeds.upTo(20_000)
        .forEach(
            seed -> {
              Random random = new Random(seed);
              Measure measure = random(random);
              String text = measure.toString();
              assertThat(read(text)).as("seed %d: %s", seed, text).isEqualTo(measure);
            });
  }

  private static Measure random(Random random) {
    String unit = UNITS.get(random.nextInt(UNITS.size()));
    Rational count =
        new Rational(
            new BigInteger(1 + random.nextInt(60), random).subtract(BigInteger.TEN),
            new BigInteger(1 + random.nextInt(20), random).add(BigInteger.ONE));
    Measure first = Measure.of(count, Units.scale(unit));
    return random.nextBoolean()
        ? first
        : first.times(
            Measure.of(Rational.ONE, Units.scale(UNITS.get(random.nextInt(UNITS.size())))));
  }

  private static Measure read(String text) {
    String[] quotient = text.split(" / ", -1);
    String[] parts = quotient[0].split(" ", -1);
    String number = parts[0].replaceFirst("^-", "");
    Measure value = Measure.of(number, parts.length > 1 ? parts[1] : "");
    Measure signed = parts[0].startsWith("-") ? value.negated() : value;
    return quotient.length > 1 ? signed.over(Measure.of(quotient[1], "")) : signed;
  }

  @Test
  void arithmeticIsExact() {
    Seeds.upTo(5_000)
        .forEach(
            seed -> {
              Random random = new Random(seed);
              Measure a = random(random);
              Measure b = random(random);
              assertThat(a.times(b)).as("seed %d", seed).isEqualTo(b.times(a));
              assertThat(a.plus(a).minus(a)).as("seed %d", seed).isEqualTo(a);
              if (b.value().signum() != 0) {
                assertThat(a.times(b).over(b)).as("seed %d", seed).isEqualTo(a);
                assertThat(a.over(b).dimension()).isEqualTo(a.dimension().over(b.dimension()));
              }
              assertThat(a.power(Measure.of("3", ""))).isEqualTo(a.times(a).times(a));
            });
    Measure tenth = Measure.of("0.1", "um");
    assertThat(tenth.plus(Measure.of("0.2", "um"))).isEqualTo(Measure.of("300", "nm"));
  }

  @Test
  void onlyEqualDimensionsAddAndCompare() {
    Seeds.upTo(2_000)
        .forEach(
            seed -> {
              Random random = new Random(seed);
              Measure a = random(random);
              Measure b = random(random);
              if (a.dimension().equals(b.dimension())) {
                assertThat(a.compare(b)).isEqualTo(-b.compare(a));
              } else {
                assertThatThrownBy(() -> a.plus(b)).isInstanceOf(DiagnosedException.class);
                assertThatThrownBy(() -> a.compare(b)).isInstanceOf(DiagnosedException.class);
              }
            });
  }

  @Test
  void noSymbolCanBeReadInTwoWays() {
    assertThat(UNITS).hasSizeGreaterThan(500).allMatch(u -> UnitTable.readings(u) <= 1);
    assertThat(UNITS).allMatch(u -> UnitTable.find(u).isPresent());
  }

  @Test
  void everyUnitOfAKindIsOfThatKind() {
    for (String unit : Kinds.usual()) {
      Scale scale = Units.scale(unit);
      assertThat(Kinds.of(scale.dimension())).as(unit).isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parsec", "°C", "degC", "dBm", "mmin", "kdB", "nsq", "um^2.5", "um^", "um^99", "um^-", "^2",
        "/s", "*m", "m**s", "m//s", "m/", "mm2", "", " m", "m s", "%%", "x", "kkm", "min^10"
      })
  void whatIsNoUnitIsRefused(String text) {
    assertThat(text.isEmpty() || !Units.isUnit(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e1001", "1e-999999999", "1e99999999999999999999", "0.5e2000"})
  void absurdNumbersAreRefusedAtOnce(String number) {
    assertThatThrownBy(() -> Measure.of(number, "m"))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContaining("PNN2406");
  }

  @Test
  void resultsCannotGrowWithoutBound() {
    Measure large = Measure.of("1e1000", "m");
    assertThatThrownBy(() -> large.times(large).times(large))
        .isInstanceOf(DiagnosedException.class);
    assertThatThrownBy(() -> large.power(Measure.of("64", "")))
        .isInstanceOf(DiagnosedException.class);
    assertThatThrownBy(() -> Measure.of("2", "m").power(Measure.of("65", "")))
        .isInstanceOf(DiagnosedException.class);
    assertThatThrownBy(() -> Measure.of("1", "").over(Measure.of("0", "")))
        .isInstanceOf(DiagnosedException.class);
  }

  @Test
  void toleranceIsAShareOrAWidth() {
    Measure value = Measure.of("5", "kohm");
    assertThat(Measured.of(value, Measure.of("4", "%"))).hasToString("5 kohm +- 200 ohm");
    assertThat(Measured.of(value, Measure.of("0.2", "kohm")))
        .isEqualTo(Measured.of(value, Measure.of("4", "%")));
    assertThat(Measured.of(Measure.of("50", "%"), Measure.of("2", "%")).text("%"))
        .isEqualTo("50 % +- 2 %");
    assertThatThrownBy(() -> Measured.of(value, Measure.of("1", "V")))
        .hasMessageContaining("PNN2408");
    assertThatThrownBy(() -> Measured.of(value, Measure.of("-1", "ohm").negated().negated()))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void becomesATypedQuantity() {
    assertThat(TypedQuantities.of(Measure.of("0.78", "kohm"), Ohms.UNIT)).isEqualTo(new Ohms(780));
    assertThat(TypedQuantities.of(Measure.of("2.5", "mm^2"), SquareMicrometres.UNIT))
        .isEqualTo(new SquareMicrometres(2.5e6));
    assertThatThrownBy(() -> TypedQuantities.of(Measure.of("1", "s"), Micrometres.UNIT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a time, not a length");
  }

  @Test
  void saysWhatWasExpected() {
    assertThat(Expectations.fault(Measure.of("5", "kohm"), "uS").orElseThrow().message())
        .isEqualTo("expected a conductance such as uS, found 5 kohm (a resistance)");
    assertThat(Expectations.fault(Measure.of("5", ""), "uS").orElseThrow().help())
        .containsExactly("write `5 uS`");
    assertThat(Expectations.fault(Measure.of("5", "nS"), "uS")).isEmpty();
  }
}
