package pnnc.driver.compile;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import pnnc.driver.report.JsonText;

/** Designs that are something else than they were. */
final class DesignMutants {
  /** What is put in the place of something else; the last is nested 2,000 deep. */
  private static final List<String> OTHERS =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "7",
          "0.5",
          "1e999",
          "-1e308",
          "2147483648",
          "9223372036854775807",
          "99999999999999999999",
          "1e1000000000",
          "\"\"",
          "\"dense\"",
          "\"../../etc/passwd\"",
          "\"\\u0000\"",
          "[]",
          "{}",
          "[[1]]",
          "[".repeat(2000) + "]".repeat(2000));

  private DesignMutants() {}

  /**
   * A mutant of {@code design}.
   *
   * @param isDamaged whether bytes of it are others; else a value is
   */
  static byte[] mutant(String design, boolean isDamaged, Random random) {
    return isDamaged ? damaged(design, random) : changed(design, random);
  }

  /** A few bytes of the text are others. */
  private static byte[] damaged(String design, Random random) {
    byte[] bytes = design.getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(3); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  /** One value somewhere is another, or is missing. */
  private static byte[] changed(String design, Random random) {
    JsonElement all = JsonParser.parseString(design);
    List<JsonElement> holders = new ArrayList<>();
    collect(all, holders);
    JsonElement holder = holders.get(random.nextInt(holders.size()));
    String mark = "\"the-other-value\"";
    String other = OTHERS.get(random.nextInt(OTHERS.size()));
    if (holder instanceof JsonArray array) {
      array.set(random.nextInt(array.size()), JsonParser.parseString(mark));
    } else {
      change(holder.getAsJsonObject(), random, mark);
    }
    return JsonText.line(all).replace(mark, other).getBytes(StandardCharsets.UTF_8);
  }

  private static void change(JsonObject object, Random random, String mark) {
    List<String> names = List.copyOf(object.keySet());
    String name = names.get(random.nextInt(names.size()));
    if (random.nextInt(5) == 0) {
      object.remove(name);
    } else {
      object.add(name, JsonParser.parseString(mark));
    }
  }

  /** Everything that holds something. */
  private static void collect(JsonElement element, List<JsonElement> holders) {
    if (element instanceof JsonArray array && !array.isEmpty()) {
      holders.add(array);
      array.forEach(e -> collect(e, holders));
    } else if (element instanceof JsonObject object && object.size() > 0) {
      holders.add(object);
      object.entrySet().forEach(e -> collect(e.getValue(), holders));
    }
  }
}
