package pnnc.frontend.textmate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.grammar.PnncLexer;

class TextMateTest {
  private static final Path COMMITTED =
      Path.of(System.getProperty("pnnc.root"), "grammar/src/main/textmate/pnn.tmLanguage.json");

  private static String made() throws IOException {
    try (InputStream lexer = PnncLexer.class.getResourceAsStream("PnncLexer.g4")) {
      return TextMateGrammar.of(new String(lexer.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void theCommittedGrammarIsTheLexers() throws IOException {
    String made = made();
    String committed = Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "";
    if (Boolean.getBoolean("golden.update") && !made.equals(committed)) {
      Files.writeString(COMMITTED, made);
      fail("%s was written anew", COMMITTED);
    }
    assertThat(committed).isEqualTo(made);
  }

  /** The scope of the first pattern, in order, that matches at the beginning. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "/// doc,comment.line.documentation.pnn,/// doc",
        "// no doc,comment.line.double-slash.pnn,// no doc",
        "2.5 mm^2 +,meta.quantity.pnn,2.5 mm^2",
        "200MS/s;,meta.quantity.pnn,200MS/s",
        "3 % x,meta.quantity.pnn,3 %",
        "128 x 128,constant.numeric.pnn,128",
        "3 from,constant.numeric.pnn,3",
        "0x1F,constant.numeric.pnn,0x1F",
        "fn linear(,meta.declaration.pnn,fn linear",
        "repeat i,keyword.control.pnn,repeat",
        "none),constant.language.pnn,none",
        "repeated,variable.other.pnn,repeated",
        "|> relu,keyword.operator.pnn,|>",
        "?? 0,keyword.operator.pnn,??",
      })
  void wordsHaveScopes(String text, String scope, String word) throws IOException {
    Matcher pattern =
        Pattern.compile("\"name\": \"([a-z.-]+)\", \"match\": \"((?:\\\\.|[^\"\\\\])*)\"")
            .matcher(made());
    while (pattern.find()) {
      String regex = pattern.group(2).replaceAll("\\\\([\\\\\"])", "$1");
      Matcher found = Pattern.compile(regex).matcher(text);
      if (!pattern.group(1).contains("escape") && found.lookingAt()) {
        assertThat(pattern.group(1)).isEqualTo(scope);
        assertThat(found.group()).isEqualTo(word);
        return;
      }
    }
    fail("no scope for %s", text);
  }
}
