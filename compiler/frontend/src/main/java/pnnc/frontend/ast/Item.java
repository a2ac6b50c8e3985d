package pnnc.frontend.ast;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pnnc.frontend.source.Span;

/**
 * What a file declares. {@code doc} is the text of the {@code ///} lines above it, without the
 * slashes; empty if there are none.
 */
public sealed interface Item {
  Span span();

  String doc();

  /** The declared name; for placements the network's, for checks the title. */
  Name name();

  /** {@code fn relu(x: T[..S]) -> T[..S] = op.Relu(x)}. */
  record Function(
      Span span,
      String doc,
      Name name,
      List<Parameter> parameters,
      Type result,
      List<Expr> where,
      Body body)
      implements Item {
    public Function {
      parameters = List.copyOf(parameters);
      where = List.copyOf(where);
    }
  }

  /**
   * A whole network.
   *
   * @param opset the version of the ONNX operator set that {@code op.…} means; empty for pnnc's own
   */
  record Net(
      Span span,
      String doc,
      Name name,
      List<Parameter> parameters,
      Type result,
      Optional<Expr.NumberLiteral> opset,
      List<Expr> where,
      Body.Block body)
      implements Item {
    public Net {
      parameters = List.copyOf(parameters);
      where = List.copyOf(where);
    }
  }

  /** {@code schema crossbar { … }}: which fields targets, devices or technologies have. */
  record Schema(Span span, String doc, Name name, List<FieldDeclaration> fields) implements Item {
    public Schema {
      fields = List.copyOf(fields);
    }
  }

  /** What hardware an item describes. */
  enum HardwareKind {
    TARGET,
    DEVICE,
    TECHNOLOGY;

    /** As the language writes it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * {@code target xbar65 : std.crossbar { … }}.
   *
   * @param parent the schema, or other hardware that this one changes; empty only for devices and
   *     technologies of no schema
   */
  record Hardware(
      Span span,
      String doc,
      HardwareKind kind,
      Name name,
      Optional<PathName> parent,
      Expr.RecordValue body)
      implements Item {}

  /** {@code place Mlp { linear on mesh1550; softmax on host }}. */
  record Placement(Span span, String doc, Name name, List<Rule> rules) implements Item {
    /**
     * One line.
     *
     * @param pattern as written: {@code encoder.*.linear}
     * @param target where to
     */
    public record Rule(Span span, Pattern pattern, PathName target) {}

    /** Steps joined by dots, or a glob in quotes as its one step. */
    public record Pattern(Span span, List<Step> steps) {
      public Pattern {
        steps = List.copyOf(steps);
      }
    }

    /** A name, {@code *} or {@code **}, with an index or a range of them behind it. */
    public record Step(Span span, String text, Optional<Index> index) {}

    public Placement {
      rules = List.copyOf(rules);
    }
  }

  /**
   * {@code check "…" for Mlp on xbar65 { … }}.
   *
   * @param name the title, without quotes
   */
  record Check(
      Span span, String doc, Name name, Name net, PathName target, List<CheckEntry> entries)
      implements Item {
    public Check {
      entries = List.copyOf(entries);
    }
  }
}
