package pnnc.frontend.hardware;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.Name;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.ast.Type;
import pnnc.ir.operators.OperatorCatalogue;

/** What parts of a network can be called, as far as its text tells. */
final class PartNames {
  private static final Pattern WORD = Pattern.compile("\\w+");

  private PartNames() {}

  /**
   * Every word that {@code net} and the functions beside it are written with, the layers of the
   * library, and the kinds of operators.
   */
  static Set<String> of(Declared net, Optional<SourceFile> layers) {
    Set<String> words = new LinkedHashSet<>();
    for (Item item : net.file().items()) {
      if (item instanceof Item.Net || item instanceof Item.Function) {
        Matcher word = WORD.matcher(item.span().text());
        while (word.find()) {
          words.add(word.group());
        }
      }
    }
    layers.ifPresent(l -> l.items().forEach(i -> words.add(i.name().text())));
    OperatorCatalogue operators = OperatorCatalogue.published();
    operators
        .names("", operators.newestVersion("").orElseThrow())
        .forEach(n -> words.add(n.toLowerCase(Locale.ROOT)));
    return words;
  }

  /** What a check can call the results of {@code net}. */
  static List<String> outputs(Item.Net net) {
    if (!(net.result() instanceof Type.TupleType parts)) {
      return List.of("output");
    }
    List<String> names = new ArrayList<>();
    for (Type.TupleType.Field field : parts.fields()) {
      String unnamed = names.isEmpty() ? "output" : "output_" + names.size();
      names.add(field.name().map(Name::text).orElse(unnamed));
    }
    return names;
  }
}
