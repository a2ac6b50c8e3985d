package pnnc.cli.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.Place;

/** A diagnostic for programs. */
final class DiagnosticJson {
  private DiagnosticJson() {}

  static JsonObject of(Diagnostic diagnostic) {
    JsonObject json = new JsonObject();
    json.addProperty("code", diagnostic.code().id());
    json.addProperty("severity", diagnostic.severity().word());
    json.addProperty("message", diagnostic.message());
    diagnostic.place().ifPresent(place -> json.add("place", place(place)));
    JsonArray related = new JsonArray();
    for (Diagnostic.Label label : diagnostic.related()) {
      JsonObject entry = new JsonObject();
      entry.add("place", place(label.place()));
      entry.addProperty("text", label.text());
      related.add(entry);
    }
    json.add("related", related);
    JsonArray help = new JsonArray();
    diagnostic.help().forEach(help::add);
    json.add("help", help);
    return json;
  }

  private static JsonObject place(Place place) {
    JsonObject json = new JsonObject();
    if (place instanceof Place.TextSpan span) {
      json.addProperty("file", span.file());
      json.addProperty("line", span.line());
      json.addProperty("column", span.column());
      json.addProperty("length", span.length());
    } else if (place instanceof Place.ModelElement element) {
      json.addProperty("file", element.file());
      json.addProperty("element", element.element());
      json.addProperty("origin", element.origin());
    } else if (place instanceof Place.ByteOffset offset) {
      json.addProperty("file", offset.file());
      json.addProperty("offset", offset.offset());
    } else if (place instanceof Place.WholeFile whole) {
      json.addProperty("file", whole.file());
    }
    return json;
  }
}
