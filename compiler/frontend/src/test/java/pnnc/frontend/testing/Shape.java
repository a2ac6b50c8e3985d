package pnnc.frontend.testing;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import pnnc.frontend.source.SourceText;
import pnnc.frontend.source.Span;

/** Syntax trees as text without places, so that two can be compared. */
public final class Shape {
  private Shape() {}

  /** {@code Net[doc, Name[Mlp], …]}. */
  public static String of(Object tree) {
    if (tree instanceof Collection<?> all) {
      return all.stream().map(Shape::of).collect(Collectors.joining(", ", "[", "]"));
    }
    if (tree instanceof Optional<?> maybe) {
      return maybe.map(Shape::of).orElse("-");
    }
    return tree instanceof Record node ? record(node) : "'" + tree + "'";
  }

  private static String record(Record node) {
    return Arrays.stream(node.getClass().getRecordComponents())
        .filter(c -> c.getType() != Span.class && c.getType() != SourceText.class)
        .map(component -> of(value(node, component)))
        .collect(Collectors.joining(", ", node.getClass().getSimpleName() + "[", "]"));
  }

  private static Object value(Record node, RecordComponent component) {
    try {
      return component.getAccessor().invoke(node);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(component.getName(), e);
    }
  }
}
