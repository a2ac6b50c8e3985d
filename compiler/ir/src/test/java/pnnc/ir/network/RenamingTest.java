package pnnc.ir.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RenamingTest {
  private static final String TEXT =
      """
      pnnir 1
      opset "" 17

      graph(%c: bool[], %x: f32[2]) -> (%y: f32[2]) {
        const %w: f32[2] = [1.0, 2.0]
        %y: f32[2] = If(%c) {
          else_branch = graph() -> (%x: f32[2]) {
          },
          then_branch = graph() -> (%t: f32[2]) {
            %t: f32[2] = Add(%x, %w) @ "add"
          }
        } @ "if"
      }
      """;

  private static Graph graph(String text) {
    return NetworkParser.parse("test.pnnir", text).graph();
  }

  private static final Renaming RENAMING =
      new Renaming(Map.of(new Value("x"), new Value("x2"), new Value("t"), new Value("t2")));

  @Test
  void everyOccurrenceIsRenamedAtEveryDepth() {
    String expected = TEXT.replace("%x", "%x2").replace("%t:", "%t2:");
    assertThat(RENAMING.applyEverywhere(graph(TEXT))).isEqualTo(graph(expected));
  }

  @Test
  void ofAnOperationOnlyUsesAreRenamed() {
    Node node = graph(TEXT).nodes().get(0);
    Node renamed = new Renaming(Map.of(new Value("w"), new Value("v"))).apply(node);
    assertThat(renamed.uses()).contains(new Value("v")).doesNotContain(new Value("w"));
    assertThat(renamed.outputs()).isEqualTo(node.outputs());
  }

  @Test
  void aSubgraphsOwnValuesStay() {
    Node node = graph(TEXT).nodes().get(0);
    Node renamed = new Renaming(Map.of(new Value("t"), new Value("t2"))).apply(node);
    assertThat(renamed).isEqualTo(node);
  }
}
