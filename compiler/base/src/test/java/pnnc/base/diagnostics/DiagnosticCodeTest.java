package pnnc.base.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiagnosticCodeTest {
  @Test
  void identifiersAreUniqueAndInOrder() {
    List<String> ids = Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::id).toList();
    assertThat(ids).doesNotHaveDuplicates().isSorted().allMatch(id -> id.matches("PNN\\d{4}"));
  }

  @ParameterizedTest
  @EnumSource
  void theSentenceTakesItsValues(DiagnosticCode code) {
    Object[] values =
        Pattern.compile("%([sd])")
            .matcher(code.template())
            .results()
            .map(DiagnosticCodeTest::sample)
            .toArray();
    Diagnostic diagnostic = code.error(values);
    assertThat(diagnostic.message()).doesNotContain("%");
    Arrays.stream(values)
        .forEach(value -> assertThat(diagnostic.message()).contains(value.toString()));
    assertThat(diagnostic.severity()).isEqualTo(Severity.ERROR);
    assertThat(code.warning(values).severity()).isEqualTo(Severity.WARNING);
  }

  private static Object sample(MatchResult gap) {
    return gap.group(1).equals("d") ? gap.start() : "value at " + gap.start();
  }

  @ParameterizedTest
  @EnumSource
  void theExplanationIsAParagraph(DiagnosticCode code) {
    assertThat(code.explanation()).hasSizeGreaterThan(60).endsWith(".").doesNotContain("%s");
    assertThat(code.exit()).isNotNull();
  }

  @ParameterizedTest
  @EnumSource
  void aCodeIsFoundByItsIdentifier(DiagnosticCode code) {
    assertThat(DiagnosticCode.byId(code.id())).contains(code);
    assertThat(DiagnosticCode.byId(code.id().toLowerCase(Locale.ROOT))).contains(code);
    assertThat(DiagnosticCode.byId(code.id().substring(3))).contains(code);
  }

  @Test
  void whatIsNoIdentifierIsNotFound() {
    assertThat(DiagnosticCode.byId("PNN0000")).isEmpty();
    assertThat(DiagnosticCode.byId("")).isEmpty();
  }

  @Test
  void aPhaseEndsWithAllItsErrors() {
    Diagnostics phase = new Diagnostics();
    phase.add(DiagnosticCode.STAYS_ON_HOST.warning("Relu", "no device"));
    phase.throwIfErrors();
    phase.add(DiagnosticCode.VALUE_UNDEFINED.error("x").at(new Place.WholeFile("a.onnx")));
    phase.add(DiagnosticCode.VALUE_REDEFINED.error("y").help("Rename one."));
    assertThatThrownBy(phase::throwIfErrors)
        .isInstanceOfSatisfying(
            DiagnosedException.class, e -> assertThat(e.diagnostics()).hasSize(3))
        .hasMessageContaining("PNN3005: value `x` is used but nothing defines it");
  }
}
