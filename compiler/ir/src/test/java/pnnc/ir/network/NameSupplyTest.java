package pnnc.ir.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameSupplyTest {
  private static NameSupply names() {
    String text =
        """
        pnnir 1
        opset "" 17
        graph(%x, %c) -> (%y) {
          const %y_1: f32[] = 1.0
          %y = If(%c) { then_branch = graph() -> (%t) { %t = Neg(%x) }, else_branch = graph() -> (%x) {} }
        }
        function a::F opset "" 17 = graph(%p) -> (%q) { %q = Neg(%p) }
        """;
    return NameSupply.of(NetworkParser.parse("test.pnnir", text));
  }

  @Test
  void aFreeNameIsTakenAsItIs() {
    assertThat(names().fresh("z")).isEqualTo(new Value("z"));
  }

  @Test
  void aTakenNameGetsTheNextFreeNumber() {
    NameSupply names = names();
    assertThat(names.fresh("y")).isEqualTo(new Value("y_2"));
    assertThat(names.fresh("y")).isEqualTo(new Value("y_3"));
    assertThat(names.fresh("y_2")).isEqualTo(new Value("y_2_1"));
  }

  @Test
  void namesInSubgraphsAndFunctionsAreTaken() {
    NameSupply names = names();
    assertThat(names.fresh("t")).isEqualTo(new Value("t_1"));
    assertThat(names.fresh("q")).isEqualTo(new Value("q_1"));
  }

  @Test
  void noNameIsEverEmpty() {
    assertThat(names().fresh("").isPresent()).isTrue();
  }
}
