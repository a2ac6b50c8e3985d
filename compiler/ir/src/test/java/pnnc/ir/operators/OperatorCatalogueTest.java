package pnnc.ir.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.ir.network.NetworkParser;
import pnnc.ir.network.OpType;

class OperatorCatalogueTest {
  private static final OperatorCatalogue CATALOGUE = OperatorCatalogue.published();

  @ParameterizedTest
  @CsvSource({
    "Relu, 0, false",
    "Relu, 1, true",
    "Relu, 27, true",
    "Upsample, 6, false",
    "Upsample, 7, true",
    "Upsample, 9, true",
    "Upsample, 10, false",
    "Scatter, 10, true",
    "Scatter, 11, false",
    "GroupNormalization, 20, false",
    "GroupNormalization, 21, true",
    "ThresholdedRelu, 9, false",
    "ThresholdedRelu, 10, true",
    "MeanVarianceNormalization, 8, false",
    "MeanVarianceNormalization, 9, true",
    "Swish, 23, false",
    "Swish, 24, true",
    "LinearAttention, 27, true",
    "SwiGLU, 27, false"
  })
  void anOperatorIsDefinedInItsVersionsOnly(String name, int version, boolean defined) {
    assertThat(CATALOGUE.isDefined(OpType.of(name), version)).isEqualTo(defined);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Affine", "ATen", "ConstantFill", "Crop", "DynamicSlice", "ExperimentalOp",
        "GivenTensorFill", "GRUUnit", "ImageScaler", "ParametricSoftplus", "RequantShift", "Scale",
        "ScaledTanh"
      })
  void whatWasWithdrawnOrNeverWasIsNotDefined(String name) {
    for (int version = 1; version <= 27; version++) {
      assertThat(CATALOGUE.isDefined(OpType.of(name), version)).isFalse();
    }
  }

  @Test
  void extensionsHaveTheirDomains() {
    assertThat(CATALOGUE.isDefined(new OpType("com.microsoft", "QLinearAdd"), 1)).isTrue();
    assertThat(CATALOGUE.isDefined(OpType.of("QLinearAdd"), 15)).isFalse();
    assertThat(CATALOGUE.isDefined(new OpType("ai.onnx.ml", "LabelEncoder"), 2)).isTrue();
    assertThat(CATALOGUE.isDefined(new OpType("ai.onnx.preview.training", "Adam"), 1)).isTrue();
    assertThat(CATALOGUE.newestVersion("")).hasValue(27);
    assertThat(CATALOGUE.newestVersion("com.acme")).isEmpty();
  }

  @Test
  void factsAreThoseOfTheVersion() {
    OperatorFacts old = CATALOGUE.find(OpType.of("Dropout"), 11).orElseThrow();
    OperatorFacts young = CATALOGUE.find(OpType.of("Dropout"), 12).orElseThrow();
    assertThat(old.since()).isEqualTo(10);
    assertThat(old.inputs()).hasToString("1");
    assertThat(young.inputs()).hasToString("1 to 3");
    assertThat(young.isDeterministic()).isFalse();
    OperatorFacts loop = CATALOGUE.find(OpType.of("Loop"), 13).orElseThrow();
    assertThat(loop.outputs()).hasToString("at least 1");
    assertThat(loop.behaviour()).isEqualTo(OperatorFacts.Behaviour.CONTROL_FLOW);
  }

  @Test
  void undefinedOperatorsAreFoundEverywhere() {
    String text =
        """
        pnnir 1 opset "" 17, com.acme 3, local 1
        graph(%x) -> (%y) {
          %a = Crop(%x)
          %b = local::F(%a)
          %c = pnnc::Block(%b)
          %y = If(%c) { then_branch = graph() -> (%t) { %t = com.acme::Frob(%x) } }
        }
        function local::F opset "" 9 = graph(%p) -> (%q) {
          %r = Upsample(%p, %p)
          %q = Swish(%r)
        }
        """;
    assertThat(CATALOGUE.undefined(NetworkParser.parse("test.pnnir", text)))
        .extracting(u -> u.op() + " " + u.version())
        .containsExactly("Crop 17", "com.acme::Frob 3", "Swish 9");
  }

  /** The rows of a table in the shared folder, by column; skips the test without it. */
  private static List<Map<String, String>> shared(String table) throws IOException {
    Path path = Path.of(System.getProperty("pnnc.shared", "absent"), table);
    assumeTrue(Files.isRegularFile(path), () -> "skipped: there is no " + table);
    List<String> lines = Files.readAllLines(path);
    List<String> columns = cells(lines.get(0));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      Map<String, String> row = new LinkedHashMap<>();
      List<String> cells = cells(line);
      columns.forEach(c -> row.put(c, cells.get(row.size())));
      rows.add(row);
    }
    return rows;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    Matcher cell = Pattern.compile("(?:^|,)(?:\"([^\"]*)\"|([^,]*))").matcher(line);
    while (cell.find()) {
      cells.add(cell.group(1) != null ? cell.group(1) : cell.group(2));
    }
    return cells;
  }

  @Test
  void everyOperatorOfTheConformanceCasesIsDefined() throws IOException {
    List<Map<String, String>> rows = shared("conformance/onnx-node/INDEX.csv");
    for (Map<String, String> row : rows) {
      int opset = Integer.parseInt(row.get("opset"));
      assertThat(row.get("ops").split(" ", -1))
          .as(row.get("case"))
          .allMatch(op -> CATALOGUE.isDefined(OpType.of(op), opset));
    }
    assertThat(rows).hasSizeGreaterThan(700);
  }

  @Test
  void everyOperatorOfTheSharedModelsIsDefinedButTheRefusedOnes() throws IOException {
    Map<String, List<String>> undefined = new LinkedHashMap<>();
    for (Map<String, String> row : shared("models/INDEX.csv")) {
      List<String> ops = undefinedIn(row.get("operators"), versions(row.get("opset")));
      if (!ops.isEmpty()) {
        undefined.put(row.get("name"), ops);
      }
    }
    assertThat(undefined)
        .containsOnly(
            Map.entry(
                "unsupported-legacy-style-transfer", List.of("Crop", "ImageScaler", "Affine")),
            Map.entry("unsupported-integer-kws-pact", List.of("RequantShift")));
  }

  /** {@code ai.onnx:15 com.microsoft:1}. */
  private static Map<String, Integer> versions(String opset) {
    Map<String, Integer> versions = new HashMap<>();
    for (String one : opset.split(" ", -1)) {
      int colon = one.indexOf(':');
      versions.put(one.substring(0, colon), Integer.parseInt(one.substring(colon + 1)));
    }
    return versions;
  }

  /** Of {@code Conv*3 com.microsoft.QLinearAdd}. */
  private static List<String> undefinedIn(String operators, Map<String, Integer> versions) {
    return Arrays.stream(operators.split(" ", -1))
        .map(o -> o.replaceFirst("\\*.*", ""))
        .filter(
            o -> {
              String domain = o.contains(".") ? o.substring(0, o.lastIndexOf('.')) : "ai.onnx";
              String name = o.substring(o.lastIndexOf('.') + 1);
              return !CATALOGUE.isDefined(new OpType(domain, name), versions.get(domain));
            })
        .toList();
  }
}
