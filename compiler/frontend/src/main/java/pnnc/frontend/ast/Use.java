package pnnc.frontend.ast;

import java.util.List;
import java.util.Optional;
import pnnc.frontend.source.Span;

/**
 * {@code use std.nn.{linear, relu}}, {@code use "layers.pnn".{block as b}}, {@code use std.nn as
 * nn}.
 *
 * @param file the relative path in quotes; empty for the standard library
 * @param path the names before the braces
 * @param names what is taken from there; empty if all of it is meant, under one name
 * @param alias the name for all of it; empty for the path's last name
 */
public record Use(
    Span span, Optional<FilePath> file, List<Name> path, List<Used> names, Optional<Name> alias) {
  /** The path in quotes, without them. */
  public record FilePath(Span span, String path) {}

  /**
   * One name taken.
   *
   * @param alias what it is called here; empty for its own name
   */
  public record Used(Name name, Optional<Name> alias) {}

  public Use {
    path = List.copyOf(path);
    names = List.copyOf(names);
  }
}
