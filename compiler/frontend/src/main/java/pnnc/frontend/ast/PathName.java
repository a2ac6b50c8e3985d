package pnnc.frontend.ast;

import java.util.List;
import java.util.stream.Collectors;
import pnnc.frontend.source.Span;

/** Names joined by dots: {@code std.tech.rom130}. At least one. */
public record PathName(Span span, List<Name> names) {
  public PathName {
    names = List.copyOf(names);
  }

  @Override
  public String toString() {
    return names.stream().map(Name::text).collect(Collectors.joining("."));
  }
}
