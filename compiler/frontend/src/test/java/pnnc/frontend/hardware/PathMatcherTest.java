package pnnc.frontend.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathMatcherTest {
  private static PathMatcher pattern(String text) {
    Program program =
        Program.of("net N(x: f32[2]) -> f32[2] { x }\nplace N { " + text + " on host }\n");
    return program.hardware().placements().get(0).rules().get(0).pattern();
  }

  @ParameterizedTest
  @CsvSource({
    "encoder.*.linear, encoder.3.linear, true",
    "encoder.*.linear, encoder.3.linear.MatMul, true",
    "encoder.*.linear, encoder.linear, false",
    "encoder.*.linear, decoder.3.linear, false",
    "encoder, encoder/layer.0/attn, true",
    "encoder, my/encoder, false",
    "**.attn, encoder.layer[0].attn, true",
    "**.attn, attn, true",
    "**.attn, encoder.attend, false",
    "layer[0 .. 3].conv, layer[2].conv, true",
    "layer[0 .. 3].conv, layer.2.conv, true",
    "layer[0 .. 3].conv, layer[3].conv, false",
    "layer[1 ..], layer[999], true",
    "layer[1], layer[1], true",
    "layer[1], layer[10], false",
    "'\"head/l*\"', head/linear, true",
    "'\"head/l*\"', head/conv, false",
    "**, anything.at.all, true"
  })
  void takesWhatItNamesAndWhatIsInside(String text, String path, boolean isTaken) {
    PathMatcher.Operator operator = new PathMatcher.Operator(path, "kind", List.of());
    assertThat(pattern(text).matches(operator)).isEqualTo(isTaken);
  }

  @Test
  void oneNameIsAlsoAKindOrAFunction() {
    PathMatcher.Operator operator =
        new PathMatcher.Operator("fc1", "linear", List.of("block", "mlp"));
    assertThat(pattern("linear").matches(operator)).isTrue();
    assertThat(pattern("mlp").matches(operator)).isTrue();
    assertThat(pattern("x.linear").matches(operator)).isFalse();
    assertThat(pattern("conv").matches(operator)).isFalse();
  }

  @Test
  void manyStarsTakeNoLonger() {
    String stars = "**.a".repeat(100).substring(3).replace("a**", "a.**");
    PathMatcher.Operator operator =
        new PathMatcher.Operator("a.".repeat(2_000) + "b", "kind", List.of());
    assertThat(pattern("\"" + stars + ".c\"").matches(operator)).isFalse();
  }
}
