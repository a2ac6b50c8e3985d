package pnnc.base.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ProcessRulesTest {
  private static final Mask MET1 = mask("met1", 68);

  private static Mask mask(String name, int number) {
    return new Mask(
        name,
        number,
        20,
        OptionalInt.of(5),
        OptionalInt.empty(),
        Purpose.CONDUCTOR,
        OptionalDouble.of(0.125));
  }

  private static ProcessRules of(List<Mask> masks, Rule... rules) {
    return new ProcessRules("p", 1, 5, masks, List.of(rules), List.of(), List.of());
  }

  @Test
  void rulesAreFoundByKindInOrder() {
    Rule width = new Rule.Width("met1", 140, Rule.Curves.NONE, "m1.1");
    Rule wider = new Rule.Width("met1", 150, Rule.Curves.NONE, "mine");
    Rule area = new Rule.Area("met1", 83_000, "m1.6");
    ProcessRules process = of(List.of(MET1), width, area, wider);
    assertThat(process.rules(Rule.Width.class))
        .containsExactly((Rule.Width) width, (Rule.Width) wider);
    assertThat(process.rules(Rule.Hole.class)).isEmpty();
    assertThat(process.mask("met1")).isSameAs(MET1).hasToString("met1 (68/20)");
    assertThatIllegalArgumentException().isThrownBy(() -> process.mask("met2"));
  }

  @Test
  void numbersHaveToMeanSomething() {
    long tooLong = 1L << 31;
    List<ThrowingCallable> bad =
        List.of(
            () -> new Rule.Width("met1", -1, Rule.Curves.NONE, "s"),
            () -> new Rule.Space("met1", tooLong, Rule.Curves.NONE, "s"),
            () -> new Rule.MaxWidth("met1", Long.MAX_VALUE, "s"),
            () -> new Rule.WideSpace("met1", tooLong, 1, "s"),
            () -> new Rule.Area("met1", -1, "s"),
            () -> new Rule.Hole("met1", -1, "s"),
            () -> new Rule.Size("met1", -1, "s"),
            () -> new Rule.OnGrid("met1", 0, "s"),
            () -> new Rule.Density("met1", 0.3, 0.7, 100, 0, "s"),
            () -> new Rule.Density("met1", 0.3, 0.7, 0, 100, "s"),
            () -> new Rule.Density("met1", -0.1, 0.7, 100, 100, "s"),
            () -> new Rule.Density("met1", 0.3, Double.NaN, 100, 100, "s"),
            () -> new Rule.Density("met1", 0.7, 0.3, 100, 100, "s"),
            () -> new Rule.Rectangle("met1", OptionalDouble.of(0.9), "s"),
            () -> new Rule.Rectangle("met1", OptionalDouble.of(Double.POSITIVE_INFINITY), "s"),
            () -> new Rule.Angles("met1", 30, OptionalDouble.empty(), "s"),
            () -> new Rule.Angles("met1", 45, OptionalDouble.of(181), "s"),
            () -> new Rule.Angles("met1", 45, OptionalDouble.of(Double.NaN), "s"),
            () -> new Rule.ArraySpace("met1", 0, 1, "s"),
            () -> new Rule.Separation("met1", "met2", tooLong, "s"),
            () -> new Rule.Enclosure("met1", "met2", 1, OptionalLong.of(-1), true, "s"),
            () -> new Rule.Overlap("met1", "met2", -1, "s"),
            () -> new Rule.Extension("met1", "met2", -1, "s"),
            () -> new Rule.Curves(0, 91));
    bad.forEach(b -> assertThatIllegalArgumentException().isThrownBy(b));
    assertThat(new Rule.Width("met1", tooLong - 1, Rule.Curves.NONE, "s").least())
        .isEqualTo(tooLong - 1);
  }

  @Test
  void namesHaveToBeThere() {
    Rule pair = new Rule.Separation("met1", "met2", 140, "s");
    assertThat(of(List.of(MET1, mask("met2", 69)), pair).rules()).containsExactly(pair);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(List.of(MET1), pair))
        .withMessageContaining("met2 names no mask");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ProcessRules(
                    "p",
                    1,
                    5,
                    List.of(MET1),
                    List.of(),
                    List.of(new Connection.Touch("met1", "tap")),
                    List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> of(List.of(MET1, MET1)));
  }

  @Test
  void gridsAndNumbersAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> mask("m", -1));
    assertThatIllegalArgumentException().isThrownBy(() -> mask("m", 65_536));
    assertThatIllegalArgumentException().isThrownBy(() -> mask("", 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ProcessRules("p", 1, 0, List.of(), List.of(), List.of(), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ProcessRules("p", Double.NaN, 1, List.of(), List.of(), List.of(), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new DeviceRule(
                    "d",
                    "resistor",
                    "met1",
                    List.of(),
                    List.of(),
                    List.of(),
                    OptionalDouble.empty()));
  }

  @Test
  void purposesHaveTheWordsOfDescriptions() {
    for (Purpose purpose : Purpose.values()) {
      assertThat(Purpose.of(purpose.word())).contains(purpose);
    }
    assertThat(Purpose.of("nothing")).isEmpty();
    assertThat(Purpose.METAL.isWire()).isTrue();
    assertThat(Purpose.DIFFUSION.isWire()).isFalse();
    assertThat(Purpose.DIFFUSION.isTerminal()).isTrue();
    assertThat(Purpose.LABEL.isMade()).isFalse();
  }
}
