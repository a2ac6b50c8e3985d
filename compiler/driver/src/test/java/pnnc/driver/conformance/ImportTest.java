package pnnc.driver.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models written as programs compute what they did, and read as somebody would write them. */
class ImportTest {
  /** Cases that ONNX Runtime passes and that do not come back, with the reason. */
  private static final Map<String, String> EXCEPTIONS = Map.of();

  /** Layers that must be seen in real models, and how many of each. */
  private static final Map<String, String> LAYERS =
      Map.ofEntries(
          Map.entry("cnn-mnist-8", "conv2d 2, max_pool2d 2, relu 2"),
          Map.entry("cnn-mnist-bn", "batch_norm 2, conv2d 3, linear 2, log_softmax 1, relu 4"),
          Map.entry("kws-micro-fp32", "avg_pool2d 2, conv2d 3, linear 3, max_pool2d 1, softmax 1"),
          Map.entry("mlp-iris", "linear 3, relu 2"),
          Map.entry("rnn-bilstm-sentence-boundary", "embedding 1, linear 1, lstm 2"),
          Map.entry("rnn-dtln-1", "linear 1, lstm 2, sigmoid 1"),
          Map.entry(
              "transformer-bert-tiny-untrained",
              "attend 1, embedding 3, gelu 1, layer_norm 3, linear 7, merge_heads 1,"
                  + " split_heads 3, tanh 1"),
          Map.entry(
              "transformer-cct2-untrained",
              "attend 2, conv2d 1, gelu 2, layer_norm 5, linear 14, merge_heads 2, split_heads 6"),
          Map.entry(
              "transformer-vittracker",
              "attend 3, gelu 3, hardswish 6, layer_norm 7, linear 12, merge_heads 3"));

  @TempDir Path folder;

  @Test
  void realModelsComputeTheSameAsPrograms() {
    Map<String, List<String>> failures = new TreeMap<>();
    for (ModelCase model : SharedModels.models()) {
      List<String> wrong = RoundTrip.failures(model, folder);
      if (!wrong.isEmpty()) {
        failures.put(model.name(), wrong);
      }
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void layersAreSeenInRealModels() {
    Map<String, ModelCase> models =
        SharedModels.models().stream().collect(Collectors.toMap(ModelCase::name, m -> m));
    assertThat(models).containsKeys(LAYERS.keySet().toArray(String[]::new));
    for (Map.Entry<String, String> entry : LAYERS.entrySet()) {
      Map<String, Integer> seen = RoundTrip.written(models.get(entry.getKey())).layers();
      assertThat(layers(seen, entry.getValue())).as(entry.getKey()).isEqualTo(entry.getValue());
    }
  }

  /** How often the functions that {@code wanted} names are called. */
  private static String layers(Map<String, Integer> seen, String wanted) {
    return Pattern.compile(" [0-9]+(, )?")
        .splitAsStream(wanted)
        .map(f -> f + " " + seen.getOrDefault(f, 0))
        .collect(Collectors.joining(", "));
  }

  @Test
  void publishedCasesComputeTheSameAsPrograms() {
    Map<String, List<String>> failures = new TreeMap<>();
    int passed = 0;
    List<ModelCase> cases = SharedModels.conformance();
    for (ModelCase model : cases) {
      List<String> wrong = RoundTrip.failures(model, folder);
      if (wrong.isEmpty()) {
        passed++;
      } else if (!EXCEPTIONS.containsKey(model.name())
          && Road.REFERENCE.failures(model).isEmpty()) {
        failures.put(model.name(), wrong);
      }
    }
    System.out.printf(
        "IMPORT: %d of %d cases, %d that ONNX Runtime passes are lost%n",
        passed, cases.size(), failures.size());
    assertThat(failures).isEmpty();
    assertThat(passed).isGreaterThan(0);
  }
}
