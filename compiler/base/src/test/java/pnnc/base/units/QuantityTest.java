package pnnc.base.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuantityTest {
  static List<Unit<?>> units() {
    return List.of(
        Amperes.UNIT,
        Decibels.UNIT,
        Farads.UNIT,
        Micrometres.UNIT,
        Ohms.UNIT,
        Radians.UNIT,
        Seconds.UNIT,
        Siemens.UNIT,
        SquareMicrometres.UNIT,
        Volts.UNIT,
        Watts.UNIT);
  }

  @ParameterizedTest
  @MethodSource("units")
  void everyUnitMakesFiniteQuantitiesOfItself(Unit<?> unit) {
    Quantity quantity = unit.of().apply(-1.5);
    assertThat(quantity.value()).isEqualTo(-1.5);
    assertThat(quantity.unit()).isEqualTo(unit);
    assertThatThrownBy(() -> unit.of().apply(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a quantity: NaN " + unit.symbol());
    assertThatThrownBy(() -> unit.of().apply(Double.NEGATIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void unitsHaveDifferentSymbols() {
    assertThat(units().stream().map(Unit::symbol).distinct()).hasSameSizeAs(units());
  }

  @Test
  void signsAreCheckedOnRequest() {
    new Ohms(0).requireNotNegative("resistance");
    assertThatThrownBy(() -> new Ohms(0).requirePositive("resistance"))
        .hasMessage("resistance 0.0 ohm is not positive");
    assertThatThrownBy(() -> new Ohms(-2).requireNotNegative("resistance"))
        .hasMessage("resistance -2.0 ohm is negative");
  }
}
