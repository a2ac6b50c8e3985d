package pnnc.ir.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.diagnostics.Place;

class TokenReaderTest {
  @Test
  void numbersEndWhereTheirUnitBegins() {
    assertThat(kinds("1.5e-3ohm 2e4 -7um 3e 4.m"))
        .containsExactly(
            "NUMBER 1.5e-3",
            "WORD ohm",
            "NUMBER 2e4",
            "NUMBER -7",
            "WORD um",
            "NUMBER 3",
            "WORD e",
            "NUMBER 4.",
            "WORD m");
  }

  @Test
  void commentsAndBlanksSeparate() {
    assertThat(kinds("a-b # c\n\t{\"x y\"}# end"))
        .containsExactly("WORD a-b", "SYMBOL {", "STRING x y", "SYMBOL }");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "0", "-1", "e5", "\"\\\n\t\r\u0000\u2028\ud83d", "in[0]", "λ"})
  void wordsReadBackAsThemselves(String word) {
    assertThat(new TokenReader("t", Words.word(word)).word("a word")).isEqualTo(word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"open", "\"a\nb\"", "\"\\x\"", "\"\\u12", "\u00e9", "\u0000"})
  void whatIsNoTokenIsRefused(String text) {
    assertThatThrownBy(() -> new TokenReader("t", text).word("a word"))
        .hasMessageContaining("PNN1001: expected a word, found");
  }

  private static Map<String, String> brokenStrings() {
    return Map.of(
        "\"open", "the end of the text where a closing `\"`",
        "\"a\nb\"", "the end of the line where a closing `\"`",
        "\"\\x\"", "`\\x` where one of \\\" \\\\ \\n \\t \\r \\u",
        "\"\\u12g4\"", "\"12\" where four hexadecimal digits");
  }

  @Test
  void aBrokenStringIsExplained() {
    brokenStrings()
        .forEach(
            (text, fault) ->
                assertThatThrownBy(() -> new TokenReader("t", text).word("a word"))
                    .hasMessageEndingWith("found a string that has " + fault + " should be"));
  }

  @Test
  void aLongLineIsQuotedAsFarAsItIsShown() {
    TokenReader in = new TokenReader("t", "a\n" + "b ".repeat(199) + "c " + "d ".repeat(1000));
    in.next();
    assertThat(in.place(in.peek()).sourceLine()).isEqualTo("b ".repeat(199) + "c");
    while (!in.peek().is("d")) {
      in.next();
    }
    assertThat(in.place(in.peek())).isEqualTo(new Place.TextSpan("t", 2, 401, 1, ""));
  }

  private static List<String> kinds(String text) {
    TokenReader in = new TokenReader("t", text);
    List<String> kinds = new ArrayList<>();
    while (in.peek().kind() != Token.Kind.END) {
      Token token = in.next();
      kinds.add(token.kind() + " " + token.text());
    }
    return kinds;
  }
}
