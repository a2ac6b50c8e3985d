package pnnc.driver.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.driver.program.StandardLibrary;
import pnnc.frontend.ast.Entry;
import pnnc.frontend.ast.Entry.Provenance;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.FieldDeclaration;
import pnnc.frontend.ast.FieldType;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.names.Headers;
import pnnc.frontend.parse.Parsing;
import pnnc.frontend.source.SourceText;
import pnnc.frontend.source.Span;

/** Makes facts of the files of the standard library. */
final class FactsReader {
  private final Diagnostics faults = new Diagnostics();

  private FactsReader() {}

  /** All modules, by name. */
  static List<StandardFacts.Module> modules() {
    FactsReader reader = new FactsReader();
    List<StandardFacts.Module> all =
        StandardLibrary.names().stream()
            .map(name -> reader.module(StandardLibrary.file(name).orElseThrow()))
            .toList();
    reader.faults.throwIfErrors();
    return all;
  }

  private StandardFacts.Module module(SourceText text) {
    SourceFile file = Parsing.parse(text, faults);
    String name = text.name().replace('/', '.');
    return new StandardFacts.Module(
        name,
        text.name() + ".pnn",
        summary(file),
        file.items().stream().map(item -> symbol(name, item)).toList());
  }

  /** The comment at the top of the file. */
  private static String summary(SourceFile file) {
    return file.source()
        .text()
        .lines()
        .takeWhile(l -> l.startsWith("//") && !l.startsWith("///"))
        .map(l -> l.substring(2).strip())
        .collect(Collectors.joining(" "));
  }

  private static StandardFacts.Symbol symbol(String module, Item item) {
    Span span = item.span();
    return new StandardFacts.Symbol(
        kind(item),
        fullName(module, item.name().text()),
        Headers.asWritten(item),
        item.doc().strip(),
        file(span),
        line(span),
        fields(item),
        span.text());
  }

  private static String kind(Item item) {
    if (item instanceof Item.Hardware h) {
      return h.kind().word();
    }
    return item instanceof Item.Schema ? "schema" : item instanceof Item.Net ? "net" : "fn";
  }

  /**
   * What a file is called after need not be said twice: std.crossbar, not std.crossbar.crossbar.
   */
  private static String fullName(String module, String name) {
    return module.endsWith("." + name) ? module : module + "." + name;
  }

  private static String file(Span span) {
    return span.source().name() + ".pnn";
  }

  private static int line(Span span) {
    return span.source().line(span.from());
  }

  private static List<StandardFacts.Field> fields(Item item) {
    List<StandardFacts.Field> all = new ArrayList<>();
    if (item instanceof Item.Schema schema) {
      declared("", schema.fields(), all);
    } else if (item instanceof Item.Hardware hardware) {
      given("", hardware.body(), all);
    }
    return all;
  }

  private static void declared(
      String prefix, List<FieldDeclaration> fields, List<StandardFacts.Field> all) {
    for (FieldDeclaration field : fields) {
      String path = prefix + field.name();
      if (field instanceof FieldDeclaration.Each each) {
        all.add(declared(path + ".*", "each", Optional.empty(), field));
        declared(path + ".*.", each.fields(), all);
      } else {
        FieldDeclaration.Single single = (FieldDeclaration.Single) field;
        all.add(declared(path, Headers.type(single.type()), Optional.of(single), field));
        if (single.type() instanceof FieldType.Group group) {
          declared(path + ".", group.fields(), all);
        }
      }
    }
  }

  private static StandardFacts.Field declared(
      String path, String type, Optional<FieldDeclaration.Single> single, FieldDeclaration field) {
    Optional<Provenance> from = single.flatMap(FieldDeclaration.Single::provenance);
    return new StandardFacts.Field(
        path,
        type,
        single.flatMap(FieldDeclaration.Single::range).map(Headers::text).orElse(null),
        single.flatMap(FieldDeclaration.Single::otherwise).map(Headers::text).orElse(null),
        null,
        from.filter(p -> !p.isAssumed()).map(Provenance::text).orElse(null),
        from.filter(Provenance::isAssumed).map(Provenance::text).orElse(null),
        field.doc().strip(),
        file(field.span()),
        line(field.span()));
  }

  private static void given(String prefix, Expr.RecordValue body, List<StandardFacts.Field> all) {
    for (Entry entry : body.entries()) {
      if (entry instanceof Entry.Named named) {
        given("%s%s.%s.".formatted(prefix, named.kind(), named.name()), named.body(), all);
      } else if (entry instanceof Entry.Field field) {
        if (field.value() instanceof Expr.RecordValue record) {
          given(prefix + field.name() + ".", record, all);
        } else {
          all.add(given(prefix + field.name(), field));
        }
      }
    }
  }

  private static StandardFacts.Field given(String path, Entry.Field field) {
    Optional<Provenance> from = field.provenance();
    return new StandardFacts.Field(
        path,
        null,
        null,
        null,
        Headers.text(field.value()),
        from.filter(p -> !p.isAssumed()).map(Provenance::text).orElse(null),
        from.filter(Provenance::isAssumed).map(Provenance::text).orElse(null),
        field.doc().strip(),
        file(field.span()),
        line(field.span()));
  }
}
