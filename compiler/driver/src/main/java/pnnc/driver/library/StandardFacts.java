package pnnc.driver.library;

import com.google.gson.annotations.SerializedName;
import java.util.List;

/** What is known of the standard library, as records that become JSON. */
final class StandardFacts {
  /**
   * A file.
   *
   * @param name as {@code use} has it: {@code std.nn}
   * @param file {@code std/nn.pnn}
   * @param summary the comment at its top; may be empty
   */
  record Module(String name, String file, String summary, List<Symbol> symbols) {
    Module {
      symbols = List.copyOf(symbols);
    }
  }

  /**
   * Something declared.
   *
   * @param kind the word before its name: {@code fn}, {@code schema}
   * @param name in full: {@code std.nn.linear}; several functions may share it
   * @param signature without the body, on the lines its author gave it
   * @param doc what its author says of it
   * @param file {@code std/nn.pnn}
   * @param line from 1
   * @param fields of a schema or of hardware
   * @param source the whole declaration; {@code null} if nobody asked
   */
  record Symbol(
      String kind,
      String name,
      String signature,
      String doc,
      String file,
      int line,
      List<Field> fields,
      String source) {
    Symbol {
      fields = List.copyOf(fields);
    }

    Symbol withoutSource() {
      return new Symbol(kind, name, signature, doc, file, line, fields, null);
    }
  }

  /**
   * A field.
   *
   * @param path from the schema or the hardware: {@code adc.width}; {@code layer.*.sheet} for each
   *     of many
   * @param type {@code null} in hardware, whose schema says it
   * @param range {@code null} if every value of the type will do
   * @param otherwise the default; {@code null} if there is none
   * @param value {@code null} in a schema
   * @param source where the default or the value comes from; {@code null} if nobody said
   * @param assumed why that one if nobody measured it; {@code null} otherwise
   */
  record Field(
      String path,
      String type,
      String range,
      @SerializedName("default") String otherwise,
      String value,
      String source,
      String assumed,
      String doc,
      String file,
      int line) {}

  /**
   * A field that was asked for.
   *
   * @param of the full name of its schema or hardware
   * @param kind of that
   */
  record Part(String of, String kind, Field field) {}

  /** The answer to a question. */
  record Answer(List<Module> modules, List<Symbol> symbols, List<Part> fields) {
    Answer {
      modules = List.copyOf(modules);
      symbols = List.copyOf(symbols);
      fields = List.copyOf(fields);
    }

    boolean isEmpty() {
      return modules.isEmpty() && symbols.isEmpty() && fields.isEmpty();
    }
  }

  private StandardFacts() {}

  /** The first sentence of {@code doc}, on one line. */
  static String sentence(String doc) {
    String line = doc.strip().replaceAll("\\s+", " ");
    int end = line.indexOf(". ");
    return end < 0 ? line : line.substring(0, end + 1);
  }
}
