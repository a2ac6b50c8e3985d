package pnnc.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private final Settings settings =
      new Settings(
          Map.of(
              "tile", "128 x 64",
              "cell.g", "0 uS .. 20 uS",
              "cell.read", "0.2 V",
              "via", "4.5 ohm +- 3 ohm",
              "strips", "18",
              "drift", "none",
              "layer", "\"met\\\"1\"",
              "sign", "differential",
              "compensate", "true"));

  @Test
  void valuesAreInTheUnitOfTheirSchema() {
    assertThat(settings.number("cell.read", "V")).isEqualTo(0.2);
    assertThat(settings.number("via", "ohm")).isEqualTo(4.5);
    assertThat(settings.least("cell.g", "uS")).isZero();
    assertThat(settings.most("cell.g", "uS")).isEqualTo(20);
    assertThat(settings.whole("strips", "")).isEqualTo(18);
    assertThat(settings.sizes("tile")).containsExactly(128, 64);
    assertThat(settings.string("layer")).isEqualTo("met\"1");
    assertThat(settings.word("sign")).isEqualTo("differential");
    assertThat(settings.isTrue("compensate")).isTrue();
  }

  @Test
  void whatHasNoValueSaysSo() {
    assertThat(settings.has("drift")).isFalse();
    assertThat(settings.optional("drift", "")).isEmpty();
    assertThat(settings.optional("cell.read", "V")).hasValue(0.2);
    assertThat(settings.has("absent")).isFalse();
  }

  @Test
  void askingForWhatIsNotThereIsABug() {
    assertThatThrownBy(() -> settings.number("absent", "V")).hasMessageContaining("`absent`");
    assertThatThrownBy(() -> settings.number("cell.read", "mV")).hasMessageContaining("not in mV");
    assertThatThrownBy(() -> settings.whole("cell.read", "V")).hasMessageContaining("0.2");
    assertThatThrownBy(() -> settings.least("cell.read", "V")).hasMessageContaining("interval");
    assertThatThrownBy(() -> settings.string("sign")).hasMessageContaining("no text");
  }
}
