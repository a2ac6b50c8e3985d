package pnnc.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.frontend.ast.Item;
import pnnc.frontend.source.SourceText;
import pnnc.grammar.PnncLexer;

class TokenStageTest {
  /** The words that the parser sees, a newline as ¶, quantities in angles, parted by blanks. */
  private static String seen(String text) {
    return new TokenStage(new SourceText("a.pnn", text))
        .words().stream()
            .filter(word -> !TokenStage.isHidden(word) && word.getType() != Token.EOF)
            .map(TokenStageTest::show)
            .collect(Collectors.joining(" "));
  }

  private static String show(Token word) {
    return switch (word.getType()) {
      case PnncLexer.NEWLINE -> "¶";
      case PnncLexer.QUANTITY -> "<" + word.getText() + ">";
      default -> word.getText();
    };
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "a\\nb,a ¶ b",
        "(a\\nb),( a b )",
        "(a {b\\nc} d\\ne),( a { b ¶ c } d e )",
        "a =\\nb,a = b",
        "a // c\\n  // d\\n  |> b,a |> b",
        "a\\n\\n-> b,a -> b",
        "a\\nwhere b,a where b",
        "a\\nwhere = b,a ¶ where = b",
        "if a\\nthen b\\nelse c,if a then b else c",
        "a.in\\nb,a . in ¶ b",
        "a in\\nb,a in b",
        "a: %\\nb: range %\\nc,a : % ¶ b : range % ¶ c",
        "a %\\nb,a % b",
        "a x\\nb,a x ¶ b",
        "f(a\\nfn g,f ( a ¶ fn g",
        "f(a }\\nb,f ( a } b",
        "a \\r\\nb\\rc,a ¶ b ¶ c",
      })
  void newlinesThatEndNothingAreNotSeen(String text, String seen) {
    assertThat(seen(text.replace("\\n", "\n").replace("\\r", "\r"))).isEqualTo(seen);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "2 dB/cm + a,<2 dB/cm> + a",
        "2.5mm^2,<2.5mm^2>",
        "200 MS/s,<200 MS/s>",
        "3 ohm*um,<3 ohm*um>",
        "1 uS/V^2,<1 uS/V^2>",
        "1 K^-1 - 1,<1 K^-1> - 1",
        "3 % x,<3 %> x",
        "2 dB / cm,<2 dB> / cm",
        "10 um/2,<10 um> / 2",
        "2 m ^ 2,<2 m> ^ 2",
        "128 x 128,128 x 128",
        "3 confidence,3 confidence",
        "0 .. 3 by 2,0 .. 3 by 2",
        "0x1F mm,<0x1F mm>",
        "7 parsecs/fortnight,<7 parsecs/fortnight>",
        "a % 2,a % 2",
      })
  void aNumberAndItsUnitAreOneWord(String text, String seen) {
    assertThat(seen(text)).isEqualTo(seen);
  }

  @Test
  void aUnitStandsOnTheLineOfItsNumber() {
    assertThat(seen("3\nbit")).isEqualTo("3 ¶ bit");
    assertThat(seen("(3\n% 2)")).isEqualTo("( 3 % 2 )");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFEFF", "\t\u00A0", "// \uD800 \0\n", "\r\n\r\n"})
  void oddTextIsRead(String before) {
    SourceText source = new SourceText("a.pnn", before + "fn \uD835\uDC9C(x: int) -> int = x\r\n");
    Diagnostics diagnostics = new Diagnostics();
    List<Item> items = Parsing.parse(source, diagnostics).items();
    assertThat(diagnostics.all()).isEmpty();
    assertThat(items.get(0).name().text()).isEqualTo("\uD835\uDC9C");
    assertThat(items.get(0).span().text()).isEqualTo("fn \uD835\uDC9C(x: int) -> int = x");
  }

  @Test
  void theWordsMakeUpTheText() {
    String text = "net M(a: f32[\n 2]) // c\n{ 3 % ; \"é\" }";
    String words =
        new TokenStage(new SourceText("a.pnn", text))
            .words().stream()
                .filter(word -> word.getType() != Token.EOF)
                .map(Token::getText)
                .collect(Collectors.joining());
    assertThat(words).isEqualTo(text);
  }
}
