package pnnc.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.frontend.source.SourceText;
import pnnc.frontend.testing.Corpus;
import pnnc.frontend.testing.Golden;
import pnnc.frontend.testing.RandomPrograms;
import pnnc.frontend.testing.Seeds;
import pnnc.grammar.PnncParser;

/** Every program can be read in one way only. */
class AmbiguityTest {
  static Stream<SourceText> programs() {
    Stream<SourceText> random = Seeds.upTo(400).mapToObj(seed -> RandomPrograms.get(seed, 4));
    Stream<SourceText> signs =
        Stream.of(
                "fn f(a: int) -> set = { layer x { b = 1 } }\n",
                "check \"t\" for M on t { require each x (3) >= 2 }\n")
            .map(text -> new SourceText("x.pnn", text));
    return Stream.of(Corpus.all().stream(), random, signs).flatMap(all -> all);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void aProgramHasOneMeaning(SourceText source) {
    List<String> ambiguities = new ArrayList<>();
    PnncParser parser = new PnncParser(new CommonTokenStream(new TokenStage(source)));
    parser.removeErrorListeners();
    parser.addErrorListener(
        new BaseErrorListener() {
          @Override
          public void reportAmbiguity(
              Parser recognizer,
              DFA dfa,
              int from,
              int to,
              boolean exact,
              BitSet ways,
              ATNConfigSet configs) {
            String rule = recognizer.getRuleNames()[dfa.atnStartState.ruleIndex];
            String text =
                recognizer.getTokenStream().get(from)
                    + " .. "
                    + recognizer.getTokenStream().get(to);
            ambiguities.add("%s: %s of %s".formatted(rule, ways, text));
          }
        });
    parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
    parser.setErrorHandler(new BailErrorStrategy());
    Diagnostics diagnostics = new Diagnostics();
    Parsing.parse(source, diagnostics);
    assertThat(Golden.render(diagnostics.all())).as("%s", source.text()).doesNotContain("PNN1010");
    parser.file();
    assertThat(ambiguities).as("%s", source.text()).isEmpty();
  }
}
