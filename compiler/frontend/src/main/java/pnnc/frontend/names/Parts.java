package pnnc.frontend.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pnnc.frontend.ast.Argument;
import pnnc.frontend.ast.Body;
import pnnc.frontend.ast.Entry;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Index;
import pnnc.frontend.ast.Statement;

/** The expressions right inside others. */
public final class Parts {
  private Parts() {}

  /** The expressions right inside {@code expr}, in the order of the text; types left out. */
  public static List<Expr> of(Expr expr) {
    if (expr instanceof Expr.Call c) {
      List<Expr> parts = new ArrayList<>(c.piped().stream().toList());
      parts.add(c.callee());
      c.arguments().stream().map(Argument::value).forEach(parts::add);
      return parts;
    }
    if (expr instanceof Expr.Binary b) {
      return List.of(b.left(), b.right());
    }
    if (expr instanceof Expr.If i) {
      return List.of(i.condition(), i.then(), i.otherwise());
    }
    if (expr instanceof Expr.RangeValue r) {
      return list(Stream.of(r.from(), r.to()), r.step().stream());
    }
    if (expr instanceof Expr.Indexing i) {
      return list(Stream.of(i.of()), i.indices().stream().flatMap(Parts::of));
    }
    if (expr instanceof Expr.With w) {
      return List.of(w.of(), w.changes());
    }
    return one(expr).map(List::of).orElseGet(() -> many(expr));
  }

  private static Optional<Expr> one(Expr expr) {
    if (expr instanceof Expr.Access a) {
      return Optional.of(a.of());
    }
    if (expr instanceof Expr.Transpose t) {
      return Optional.of(t.of());
    }
    if (expr instanceof Expr.Negation n) {
      return Optional.of(n.of());
    }
    if (expr instanceof Expr.Not n) {
      return Optional.of(n.of());
    }
    return expr instanceof Expr.Ascription a ? Optional.of(a.of()) : Optional.empty();
  }

  private static List<Expr> many(Expr expr) {
    if (expr instanceof Expr.Tuple t) {
      return t.fields().stream().map(Argument::value).toList();
    }
    if (expr instanceof Expr.ListValue l) {
      return l.elements();
    }
    if (expr instanceof Expr.SetValue s) {
      return s.elements();
    }
    if (expr instanceof Expr.RecordValue r) {
      return r.entries().stream().flatMap(Parts::of).toList();
    }
    if (expr instanceof Expr.Repeat r) {
      Stream<Expr> first = r.states().stream().flatMap(s -> s.first().stream());
      return list(Stream.concat(Stream.of(r.range()), first), of(r.body()));
    }
    if (expr instanceof Expr.Lambda l) {
      return list(l.parameters().stream().flatMap(p -> p.otherwise().stream()), of(l.body()));
    }
    return List.of();
  }

  private static List<Expr> list(Stream<Expr> first, Stream<Expr> rest) {
    return Stream.concat(first, rest).toList();
  }

  private static Stream<Expr> of(Index index) {
    if (index instanceof Index.At at) {
      return Stream.of(at.value());
    }
    Index.Slice slice = (Index.Slice) index;
    return Stream.of(slice.from(), slice.to(), slice.step()).flatMap(Optional::stream);
  }

  private static Stream<Expr> of(Entry entry) {
    if (entry instanceof Entry.Field f) {
      return Stream.of(f.value());
    }
    if (entry instanceof Entry.Limit l) {
      return Stream.concat(Stream.of(l.bound()), l.at().stream());
    }
    return entry instanceof Entry.Named n ? Stream.of(n.body()) : Stream.empty();
  }

  /** The expressions right inside a body, one for each statement. */
  public static Stream<Expr> of(Body body) {
    return body instanceof Body.Single s
        ? Stream.of(s.value())
        : ((Body.Block) body).statements().stream().map(Parts::value);
  }

  /** What a statement evaluates. */
  public static Expr value(Statement statement) {
    if (statement instanceof Statement.Weights w) {
      return w.value();
    }
    return statement instanceof Statement.Bind b
        ? b.value()
        : ((Statement.Result) statement).value();
  }
}
