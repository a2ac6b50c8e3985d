package pnnc.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Map;

/** Reports of many models as a table in Markdown. */
final class CrossbarModelsTable {
  private static final String HEAD =
      """
      # Models on the crossbar
      Written by `pnnc.bench.CrossbarModels` from runs of `compile -t crossbar`, each judged from its layout; do not edit.

      - MNIST models see the first 2,000 test images, the others made-up inputs, as many as the driver chooses.
      - Agreement is the share of decisions that are the model's, and what it is at least with 95 % confidence.
      - SNR is that of the output that is worst off. Area is that of the whole die. Seconds are CPU seconds of all threads,
        JIT compilation included, on a machine that others used at the same time.
      - What models fail at stands in the last column, in the words of the diagnostics.

      | model | verdict | agreement | SNR dB | area mm² | tiles | devices | energy | CPU s | reason |
      | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
      """;

  private final Map<String, JsonObject> results;

  CrossbarModelsTable(Map<String, JsonObject> results) {
    this.results = results;
  }

  String text() {
    StringBuilder text = new StringBuilder(HEAD);
    results.forEach((name, result) -> text.append(line(name, result)));
    return text.toString();
  }

  private static String line(String name, JsonObject result) {
    String seconds = number(result, "cpuSeconds", "%.0f", 1);
    if (result.has("failure")) {
      String why = result.get("failure").getAsString().replace("|", "\\|").replace('\n', ' ');
      return "| %s | – | – | – | – | – | – | – | %s | %s |\n".formatted(name, seconds, why);
    }
    JsonObject verify = result.getAsJsonObject("verify");
    JsonObject physical = result.getAsJsonObject("physical");
    String reason = text(result, "reason");
    return "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            name,
            text(result, "verdict"),
            agreement(verify),
            number(verify, "snrDb", "%.1f", 1),
            number(result.getAsJsonObject("layout"), "areaUm2", "%.2f", 1e-6),
            number(physical, "tiles", "%.0f", 1),
            number(physical, "devices", "%,.0f", 1),
            number(result, "energyPerInferenceJ", "%.3g J", 1),
            seconds,
            reason.equals("–") ? "" : reason);
  }

  private static String agreement(JsonObject verify) {
    String share = number(verify, "top1Agreement", "%.2f %%", 100);
    return share.equals("–")
        ? share
        : share + " (" + number(verify, "top1LowerBound", "%.2f %%", 100) + ")";
  }

  private static String number(JsonObject in, String field, String format, double factor) {
    JsonElement value = in.get(field);
    return value == null || value.isJsonNull()
        ? "–"
        : String.format(Locale.ROOT, format, factor * value.getAsDouble());
  }

  private static String text(JsonObject in, String field) {
    JsonElement value = in.get(field);
    return value == null || value.isJsonNull() ? "–" : value.getAsString().replace("|", "\\|");
  }
}
