package pnnc.driver.compile;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;

/**
 * A value in a JSON file together with where it stands. Whoever asks for something else than what
 * is there gets one diagnostic that names the file and the place: {@code
 * blocks[0].ports.inputSize}.
 */
final class JsonPlace {
  private static final int LONGEST_QUOTE = 40;

  private final Path file;
  private final Optional<JsonPlace> parent;
  private final String step;
  private final JsonElement element;

  private JsonPlace(Path file, Optional<JsonPlace> parent, String step, JsonElement element) {
    this.file = file;
    this.parent = parent;
    this.step = step;
    this.element = element;
  }

  /** All of a file. */
  static JsonPlace of(Path file, JsonElement all) {
    return new JsonPlace(file, Optional.empty(), "", all);
  }

  private JsonPlace inside(String next, JsonElement there) {
    return new JsonPlace(file, Optional.of(this), next, there);
  }

  /** A field that must be there; what it holds is asked next. */
  JsonPlace field(String name) {
    if (!element.isJsonObject()) {
      throw unlike("an object");
    }
    JsonElement there = element.getAsJsonObject().get(name);
    String next = parent.isEmpty() ? name : "." + name;
    JsonPlace place = inside(next, there == null ? JsonNull.INSTANCE : there);
    if (there == null) {
      throw place.fault("is missing");
    }
    return place;
  }

  /** A field that may be left out or be {@code null}. */
  Optional<JsonPlace> optional(String name) {
    boolean absent = element.isJsonObject() && !element.getAsJsonObject().has(name);
    return absent ? Optional.empty() : Optional.of(field(name)).filter(p -> !p.isNull());
  }

  private boolean isNull() {
    return element.isJsonNull();
  }

  String text() {
    if (element instanceof JsonPrimitive p && p.isString()) {
      return p.getAsString();
    }
    throw unlike("a text");
  }

  /** A whole number between two bounds, both inclusive. */
  long integer(long least, long most) {
    return whole()
        .filter(value -> value >= least && value <= most)
        .orElseThrow(() -> unlike("a whole number from %d to %d".formatted(least, most)));
  }

  private Optional<Long> whole() {
    if (!(element instanceof JsonPrimitive p && p.isNumber())) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(p.getAsString()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A whole number that is an {@code int}, at least {@code least}. */
  int count(int least) {
    return (int) integer(least, Integer.MAX_VALUE);
  }

  /** A finite number. */
  double number() {
    if (element instanceof JsonPrimitive p && p.isNumber()) {
      double value = Double.parseDouble(p.getAsString());
      if (Double.isFinite(value)) {
        return value;
      }
    }
    throw unlike("a finite number");
  }

  <T> List<T> list(Function<JsonPlace, T> read) {
    if (!element.isJsonArray()) {
      throw unlike("a list");
    }
    JsonArray array = element.getAsJsonArray();
    List<T> all = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      all.add(read.apply(inside("[" + i + "]", array.get(i))));
    }
    return all;
  }

  /** An object whose fields are not known beforehand. */
  <T> Map<String, T> fields(Function<JsonPlace, T> read) {
    if (!element.isJsonObject()) {
      throw unlike("an object");
    }
    Map<String, T> all = new LinkedHashMap<>();
    element.getAsJsonObject().keySet().forEach(name -> all.put(name, read.apply(field(name))));
    return all;
  }

  /** What {@code maker} makes of the fields of this place, which must make sense together. */
  <T> T made(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException | ArithmeticException nonsense) {
      throw fault("makes no sense: " + nonsense.getMessage());
    }
  }

  private DiagnosedException unlike(String expected) {
    return fault("should be %s, found %s".formatted(expected, found()));
  }

  private String found() {
    if (element.isJsonObject()) {
      return "an object";
    }
    if (element.isJsonArray()) {
      return "a list";
    }
    String text = element.toString();
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
  }

  /** This place with {@code what} is wrong with it: the second half of a sentence. */
  DiagnosedException fault(String what) {
    String where = path();
    String subject = where.isEmpty() ? "it" : "`" + where + "`";
    return new DiagnosedException(
        DiagnosticCode.BUNDLE_MALFORMED.error(file, subject + " " + what));
  }

  private String path() {
    return parent.map(JsonPlace::path).orElse("") + step;
  }
}
