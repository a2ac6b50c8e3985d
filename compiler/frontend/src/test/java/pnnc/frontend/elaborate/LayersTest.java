package pnnc.frontend.elaborate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.Parameter;
import pnnc.frontend.parse.Parsing;

/** Every function of {@code std.nn} computes what the ONNX operators say that it does. */
class LayersTest {
  private static final Path CASES = Path.of("src/test/nn");

  static List<LayerCase> cases() {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.sorted().flatMap(f -> LayerCase.parse(read(f)).stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aLayerComputesWhatOperatorsCompute(LayerCase layer) {
    for (Map<String, Long> sizes : layer.sizes()) {
      new LayerRun(layer, sizes).check();
    }
  }

  static List<Item.Function> functions() {
    Diagnostics diagnostics = new Diagnostics();
    return Parsing.parse(Programs.LIBRARY.standard("std/nn").orElseThrow(), diagnostics)
        .items()
        .stream()
        .map(Item.Function.class::cast)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyFunctionSaysItsShapes(Item.Function function) {
    assertThat(function.doc()).as(function.name().text()).containsPattern("\\[.*\\]");
  }

  @Test
  void everyParameterOfEveryFunctionIsTested() {
    Set<String> missing = new TreeSet<>();
    for (Item.Function f : functions()) {
      String programs = programs(f);
      for (Parameter p : f.parameters()) {
        boolean isNamed = word(p.name().text() + ":").matcher(programs).find();
        if (programs.isEmpty() || (p.otherwise().isPresent() && !isNamed && !isPositional(p))) {
          missing.add(f.name() + "." + p.name());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  /** Biases and states are given by position. */
  private static boolean isPositional(Parameter p) {
    return Set.of("b", "h", "c", "bias").contains(p.name().text());
  }

  private static Pattern word(String text) {
    return Pattern.compile("\\b" + Pattern.quote(text));
  }

  /** The programs that test {@code f}: with weights by name where it takes them so. */
  private static String programs(Item.Function f) {
    boolean byName = f.parameters().stream().anyMatch(p -> p.type().span().text().equals("params"));
    return cases().stream()
        .filter(c -> c.function().equals(f.name().text()))
        .filter(c -> byName == c.inputs().stream().anyMatch(LayerCase.Input::isWeight))
        .map(LayerCase::program)
        .collect(Collectors.joining());
  }
}
