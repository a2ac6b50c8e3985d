package pnnc.driver.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;

/** Records as JSON: fields in declaration order, absent numbers as {@code null}. */
public final class JsonText {
  private static final Gson PRETTY =
      new GsonBuilder().serializeNulls().setPrettyPrinting().disableHtmlEscaping().create();
  private static final Gson LINE =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private JsonText() {}

  /** Many lines for people and files, ending in a newline. */
  public static String pretty(Object value) {
    return PRETTY.toJson(value) + "\n";
  }

  /**
   * The same text piece by piece, for values whose text is larger than they are.
   *
   * @param out is not closed
   */
  public static void pretty(Object value, Appendable out) throws IOException {
    PRETTY.toJson(value, out);
    out.append('\n');
  }

  /** One line, without its end. */
  public static String line(Object value) {
    return LINE.toJson(value);
  }

  /** The fields of a record as a JSON object. */
  public static JsonObject object(Record value) {
    return LINE.toJsonTree(value).getAsJsonObject();
  }

  /** A number as JSON can say it: {@code null} for NaN and infinities. */
  public static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
