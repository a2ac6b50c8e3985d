package pnnc.frontend.names;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pnnc.frontend.ast.Argument;
import pnnc.frontend.ast.Body;
import pnnc.frontend.ast.CheckEntry;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.FieldDeclaration;
import pnnc.frontend.ast.FieldType;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.Name;
import pnnc.frontend.ast.Parameter;
import pnnc.frontend.ast.PathName;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.ast.Statement;
import pnnc.frontend.ast.Type;
import pnnc.frontend.names.Declaration.Kind;
import pnnc.frontend.program.Modules;
import pnnc.ir.network.ElementType;

/** Walks through one file and notes what its names mean. */
final class NameWalk {
  /** The first word of every name in full of the standard library. */
  private static final String STANDARD = "std";

  private final ProgramNames program;
  private final SourceFile file;
  private final FileNames names;
  private final Deque<Map<String, List<Declaration>>> scopes = new ArrayDeque<>();
  private final int end;

  NameWalk(ProgramNames program, SourceFile file, FileNames names) {
    this.program = program;
    this.file = file;
    this.names = names;
    this.end = file.source().text().length();
  }

  void run() {
    enterFile();
    for (Modules.Link link : program.links(file)) {
      link.use().names().forEach(u -> used(link.file(), u.name()));
      link.rest().stream().limit(1).forEach(n -> used(link.file(), n));
    }
    program
        .used(file)
        .values()
        .forEach(
            all ->
                all.stream()
                    .filter(d -> d.kind() == Kind.ALIAS || d.kind() == Kind.MODULE)
                    .forEach(d -> names.add(d.name().orElseThrow(), List.of(d), true)));
    file.items().forEach(this::item);
    names.sort();
  }

  private void enterFile() {
    enter(-4, program.language());
    enter(-3, program.prelude(file));
    enter(-2, program.used(file).values().stream().flatMap(List::stream).toList());
    program.used(file).forEach((name, all) -> scopes.element().put(name, all));
    enter(-1, program.declared(file));
  }

  private void enter(int rank, List<Declaration> all) {
    scopes.push(new HashMap<>());
    for (Declaration d : all) {
      scopes
          .element()
          .merge(d.text(), List.of(d), (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
      names.add(new FileNames.Region(rank, 0, end, d));
    }
  }

  private void used(SourceFile from, Name name) {
    List<Declaration> found = program.declared(from, name.text());
    if (!found.isEmpty()) {
      names.add(name, found, false);
    }
  }

  private List<Declaration> find(String name) {
    return scopes.stream()
        .filter(s -> s.containsKey(name))
        .findFirst()
        .map(s -> s.get(name))
        .orElse(List.of());
  }

  private void refer(Name name) {
    List<Declaration> found = find(name.text());
    if (!found.isEmpty()) {
      names.add(name, found, false);
    }
  }

  /** {@code declaration} is seen from {@code from} to {@code to}. */
  private void bind(Declaration declaration, int from, int to) {
    Name name = declaration.name().orElseThrow();
    scopes.element().put(name.text(), List.of(declaration));
    names.add(name, List.of(declaration), true);
    names.add(new FileNames.Region(from, from, to, declaration));
  }

  private void item(Item item) {
    if (ProgramNames.isNamed(item)) {
      names.add(item.name(), program.declared(file, item.name().text()), true);
    }
    scopes.push(new HashMap<>());
    if (item instanceof Item.Function f) {
      signature(item, f.parameters(), f.result(), f.where());
      body(f.body());
    } else if (item instanceof Item.Net n) {
      signature(item, n.parameters(), n.result(), n.where());
      body(n.body());
    } else {
      hardware(item);
    }
    scopes.pop();
  }

  private void hardware(Item item) {
    if (item instanceof Item.Hardware h) {
      h.parent().ifPresent(this::path);
      expr(h.body());
    } else if (item instanceof Item.Placement p) {
      refer(p.name());
      p.rules().forEach(r -> path(r.target()));
    } else if (item instanceof Item.Check c) {
      refer(c.net());
      path(c.target());
      c.entries().forEach(this::entry);
    } else if (item instanceof Item.Schema s) {
      s.fields().forEach(this::field);
    }
  }

  private void field(FieldDeclaration field) {
    if (field instanceof FieldDeclaration.Each e) {
      e.fields().forEach(this::field);
    } else if (field instanceof FieldDeclaration.Single s) {
      if (s.type() instanceof FieldType.Named n) {
        path(n.name());
      } else if (s.type() instanceof FieldType.Group g) {
        g.fields().forEach(this::field);
      }
      s.otherwise().ifPresent(this::expr);
    }
  }

  private void entry(CheckEntry entry) {
    if (entry instanceof CheckEntry.Field f) {
      expr(f.value());
    } else if (entry instanceof CheckEntry.Requirement r) {
      expr(r.condition());
    } else if (entry instanceof CheckEntry.Corner c) {
      c.entries().forEach(this::entry);
    }
  }

  private void path(PathName path) {
    Name last = path.names().get(path.names().size() - 1);
    List<Declaration> first = find(path.names().get(0).text());
    if (path.names().size() == 1) {
      refer(last);
    } else if (first.size() == 1 && first.get(0).module().isPresent()) {
      refer(path.names().get(0));
      used(first.get(0).module().get(), last);
    } else {
      standard(path.names());
    }
  }

  private void standard(List<Name> path) {
    List<Declaration> found = program.standard(path.stream().map(Name::text).toList());
    if (!found.isEmpty()) {
      names.add(path.get(path.size() - 1), found, false);
    }
  }

  /** The names of {@code std.device.via_rom}; none for anything else than names behind dots. */
  private static List<Name> names(Expr expr) {
    if (expr instanceof Expr.Reference r) {
      return List.of(r.name());
    }
    return expr instanceof Expr.Access a && !names(a.of()).isEmpty()
        ? Stream.concat(names(a.of()).stream(), Stream.of(a.member())).toList()
        : List.of();
  }

  private void signature(Item item, List<Parameter> parameters, Type result, List<Expr> where) {
    int to = item.span().to();
    for (Parameter p : parameters) {
      type(p.type(), to);
      bind(program.declaration(item, p), p.span().from(), to);
    }
    parameters.forEach(p -> p.otherwise().ifPresent(this::expr));
    type(result, to);
    where.forEach(this::expr);
  }

  /** A variable is declared where it first stands. */
  private void type(Type type, int to) {
    if (type instanceof Type.TensorType t) {
      if (ElementType.ofWord(t.element().text()).isEmpty()) {
        variable(t.element(), to);
      }
      t.dimensions().forEach(d -> dimension(d, to));
    } else if (type instanceof Type.QuantizedType q) {
      q.dimensions().forEach(d -> dimension(d, to));
      q.arguments().forEach(a -> expr(a.value()));
    } else if (type instanceof Type.TupleType t) {
      t.fields().forEach(f -> type(f.type(), to));
    } else if (type instanceof Type.OptionalType o) {
      type(o.type(), to);
    } else if (type instanceof Type.ChoiceType c) {
      c.choices().forEach(choice -> type(choice, to));
    } else if (type instanceof Type.ListType l) {
      type(l.element(), to);
    }
  }

  private void dimension(Type.Dimension dimension, int to) {
    if (dimension instanceof Type.Dimension.Many m) {
      variable(m.name(), to);
    } else if (((Type.Dimension.One) dimension).size() instanceof Expr.Reference r) {
      variable(r.name(), to);
    } else {
      expr(((Type.Dimension.One) dimension).size());
    }
  }

  private void variable(Name name, int to) {
    boolean isKnown =
        find(name.text()).stream().anyMatch(d -> d.kind() != Kind.ITEM && d.kind() != Kind.BUILTIN);
    if (isKnown) {
      refer(name);
    } else if (!name.text().equals("_")) {
      bind(Declaration.of(Kind.VARIABLE, name), name.span().from(), to);
    }
  }

  private void body(Body body) {
    if (body instanceof Body.Single s) {
      expr(s.value());
      return;
    }
    scopes.push(new HashMap<>());
    int to = body.span().to() - 1;
    for (Statement statement : ((Body.Block) body).statements()) {
      expr(Parts.value(statement));
      int from = statement.span().to();
      if (statement instanceof Statement.Weights w) {
        bind(Declaration.of(Kind.WEIGHTS, w.name()), from, to);
      } else if (statement instanceof Statement.Bind b) {
        b.names().forEach(n -> bind(Declaration.of(Kind.VALUE, n), from, to));
      }
    }
    scopes.pop();
  }

  private void expr(Expr expr) {
    if (expr instanceof Expr.Reference r) {
      refer(r.name());
    } else if (expr instanceof Expr.Access a) {
      List<Name> path = names(a);
      if (!path.isEmpty() && path.get(0).text().equals(STANDARD) && find(STANDARD).isEmpty()) {
        standard(path);
      } else {
        expr(a.of());
        module(a.of()).ifPresent(m -> used(m, a.member()));
      }
    } else if (expr instanceof Expr.Repeat r) {
      repeat(r);
    } else if (expr instanceof Expr.Lambda l) {
      lambda(l);
    } else {
      if (expr instanceof Expr.Call c) {
        arguments(c);
      } else if (expr instanceof Expr.Ascription a) {
        type(a.type(), a.span().to());
      }
      Parts.of(expr).forEach(this::expr);
    }
  }

  private Optional<SourceFile> module(Expr expr) {
    return expr instanceof Expr.Reference r
        ? find(r.name().text()).stream().flatMap(d -> d.module().stream()).findFirst()
        : Optional.empty();
  }

  private void arguments(Expr.Call call) {
    List<Declaration> callees = callees(call.callee());
    for (Argument argument : call.arguments()) {
      argument
          .name()
          .ifPresent(
              n -> {
                List<Declaration> found = program.parameters(callees, n.text());
                if (!found.isEmpty()) {
                  names.add(n, found, false);
                }
              });
    }
  }

  private List<Declaration> callees(Expr callee) {
    if (callee instanceof Expr.Reference r) {
      return find(r.name().text());
    }
    return callee instanceof Expr.Access a
        ? module(a.of()).map(m -> program.declared(m, a.member().text())).orElse(List.of())
        : List.of();
  }

  /** A state that begins as what its own name meant is no new name. */
  private void repeat(Expr.Repeat repeat) {
    expr(repeat.range());
    repeat.states().forEach(s -> s.first().ifPresent(this::expr));
    scopes.push(new HashMap<>());
    int from = repeat.body().span().from();
    int to = repeat.body().span().to();
    bind(Declaration.of(Kind.VALUE, repeat.variable()), from, to);
    for (Expr.Repeat.State s : repeat.states()) {
      if (s.first().isPresent() || find(s.name().text()).isEmpty()) {
        bind(Declaration.of(Kind.VALUE, s.name()), from, to);
      } else {
        refer(s.name());
      }
    }
    body(repeat.body());
    scopes.pop();
  }

  private void lambda(Expr.Lambda lambda) {
    scopes.push(new HashMap<>());
    int to = lambda.span().to();
    for (Parameter p : lambda.parameters()) {
      type(p.type(), to);
      p.otherwise().ifPresent(this::expr);
      bind(Declaration.of(p), p.span().from(), to);
    }
    type(lambda.result(), to);
    body(lambda.body());
    scopes.pop();
  }
}
