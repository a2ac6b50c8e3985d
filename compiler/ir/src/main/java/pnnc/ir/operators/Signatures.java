package pnnc.ir.operators;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.OpType;

/** The signatures of the published operators, from {@code signatures.txt}. */
public final class Signatures {
  private static final Signatures PUBLISHED = load();

  private final Map<OpType, NavigableMap<Integer, String[]>> lines = new HashMap<>();
  private final Map<String, String> lists = new HashMap<>();

  private Signatures() {}

  /** The signatures of all published operators. */
  public static Signatures published() {
    return PUBLISHED;
  }

  /** What {@code op} takes in version {@code version} of the operator set of its domain. */
  public Optional<Signature> find(OpType op, int version) {
    return Optional.ofNullable(lines.get(op))
        .map(versions -> versions.floorEntry(version))
        .map(entry -> parse(entry.getValue()));
  }

  private static Signatures load() {
    Signatures all = new Signatures();
    try (InputStream in = Signatures.class.getResourceAsStream("signatures.txt");
        BufferedReader text =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(all::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private void add(String line) {
    if (line.startsWith("@")) {
      String[] words = line.split(" ", 2);
      lists.put(words[0], words[1]);
      return;
    }
    String[] fields = line.split("\\|", -1);
    String[] words = fields[0].split(" ", -1);
    NavigableMap<Integer, String[]> versions =
        lines.computeIfAbsent(new OpType(words[0], words[1]), o -> new TreeMap<>());
    for (String version : words[2].split(",", -1)) {
      versions.put(Integer.parseInt(version), fields);
    }
  }

  private Signature parse(String... fields) {
    Map<String, Set<ElementType>> parameters = new HashMap<>();
    for (String parameter : words(fields[4])) {
      int at = parameter.indexOf('=');
      parameters.put(parameter.substring(0, at), types(parameter.substring(at + 1)));
    }
    return new Signature(
        attributes(fields[1]), formals(fields[2], parameters), formals(fields[3], parameters));
  }

  private static Map<String, Signature.AttributeFacts> attributes(String field) {
    Map<String, Signature.AttributeFacts> attributes = new TreeMap<>();
    for (String word : words(field)) {
      int colon = word.indexOf(':');
      boolean required = word.endsWith("!");
      String kind = word.substring(colon + 1, word.length() - (required ? 1 : 0));
      attributes.put(word.substring(0, colon), new Signature.AttributeFacts(kind, required));
    }
    return attributes;
  }

  private List<Signature.Formal> formals(String field, Map<String, Set<ElementType>> parameters) {
    List<Signature.Formal> formals = new ArrayList<>();
    for (String word : words(field)) {
      boolean variadic = word.startsWith("*");
      String type = variadic ? word.substring(1) : word;
      formals.add(
          type.startsWith("=")
              ? new Signature.Formal("", types(type.substring(1)), variadic)
              : new Signature.Formal(
                  type.equals("?") ? "" : type, parameters.getOrDefault(type, Set.of()), variadic));
    }
    return formals;
  }

  private Set<ElementType> types(String list) {
    Set<ElementType> types = EnumSet.noneOf(ElementType.class);
    for (String word : lists.getOrDefault(list, list).split(",", -1)) {
      ElementType.ofWord(word).ifPresent(types::add);
    }
    return Collections.unmodifiableSet(types);
  }

  private static List<String> words(String field) {
    return field.isEmpty() ? List.of() : List.of(field.split(" ", -1));
  }
}
