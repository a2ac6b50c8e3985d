package pnnc.frontend.hardware;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.frontend.ast.Entry;
import pnnc.frontend.ast.Entry.Provenance;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.source.Span;

/** What a description says, inheritance included, before anybody asked what it may say. */
sealed interface Raw {
  Span span();

  /**
   * An expression.
   *
   * @param refers the hardware that it names; whether it is meant depends on the field
   */
  record Leaf(Expr expr, Optional<Provenance> provenance, Optional<Declared> refers)
      implements Raw {
    @Override
    public Span span() {
      return expr.span();
    }
  }

  /** What has been reported: nothing more is said of it. */
  record Broken(Span span) implements Raw {}

  /** Fields: a record, an entry, or hardware. Changed only while it is being built. */
  final class Tree implements Raw {
    final Span span;
    final Map<String, Raw> fields = new LinkedHashMap<>();
    final Map<String, Span> names = new LinkedHashMap<>();
    final Map<String, Map<String, Tree>> entries = new LinkedHashMap<>();
    final List<Entry.Limit> limits = new ArrayList<>();
    Optional<Entry.Prefer> prefer = Optional.empty();
    Optional<Declared> hardware = Optional.empty();
    Optional<Declared> schema = Optional.empty();
    Optional<Provenance> provenance = Optional.empty();
    String origin = "";
    boolean isBroken;

    Tree(Span span) {
      this.span = span;
    }

    @Override
    public Span span() {
      return span;
    }

    /** An equal tree that stands at {@code where} and may be changed. */
    Tree copy(Span where) {
      Tree copy = new Tree(where);
      copy.fields.putAll(fields);
      copy.names.putAll(names);
      entries.forEach((kind, all) -> copy.entries.put(kind, new LinkedHashMap<>(all)));
      copy.limits.addAll(limits);
      copy.prefer = prefer;
      copy.hardware = hardware;
      copy.schema = schema;
      copy.provenance = provenance;
      copy.origin = origin;
      copy.isBroken = isBroken;
      return copy;
    }
  }
}
