package pnnc.frontend.names;

import java.util.List;
import java.util.Optional;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.Name;
import pnnc.frontend.ast.Parameter;
import pnnc.frontend.ast.SourceFile;

/** What gives a name its meaning. Equal by identity: one for each place that declares something. */
public final class Declaration {
  /** What is declared. */
  public enum Kind {
    /** A function, network, schema, piece of hardware: something with an {@link #item}. */
    ITEM,
    PARAMETER,
    /** A variable of a signature, {@code N} in {@code f32[N, 784]}. */
    VARIABLE,
    /** A name bound in a block. */
    VALUE,
    /** {@code weights w = …}. */
    WEIGHTS,
    /** A file under a name, {@code use std.nn as nn}. */
    MODULE,
    /** Another name for something, {@code use std.nn.{relu as r}}. */
    ALIAS,
    /** A function of the language itself. */
    BUILTIN,
    /** The type of elements of a tensor. */
    ELEMENT_TYPE,
    /** {@code op}. */
    OPERATORS
  }

  private final Kind kind;
  private final String text;
  private final Optional<Name> name;
  private final Optional<Item> item;
  private final Optional<Parameter> parameter;
  private final Optional<SourceFile> module;
  private final List<Declaration> targets;

  private Declaration(
      Kind kind,
      String text,
      Optional<Name> name,
      Optional<Item> item,
      Optional<Parameter> parameter,
      Optional<SourceFile> module,
      List<Declaration> targets) {
    this.kind = kind;
    this.text = text;
    this.name = name;
    this.item = item;
    this.parameter = parameter;
    this.module = module;
    this.targets = targets;
  }

  private static Declaration of(
      Kind kind, Name name, Optional<Item> item, Optional<Parameter> parameter) {
    return new Declaration(
        kind, name.text(), Optional.of(name), item, parameter, Optional.empty(), List.of());
  }

  static Declaration word(Kind kind, String text) {
    return new Declaration(
        kind,
        text,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  static Declaration of(Item item) {
    return of(Kind.ITEM, item.name(), Optional.of(item), Optional.empty());
  }

  static Declaration of(Item item, Parameter parameter) {
    return of(Kind.PARAMETER, parameter.name(), Optional.of(item), Optional.of(parameter));
  }

  static Declaration of(Parameter parameter) {
    return of(Kind.PARAMETER, parameter.name(), Optional.empty(), Optional.of(parameter));
  }

  static Declaration of(Kind kind, Name name) {
    return of(kind, name, Optional.empty(), Optional.empty());
  }

  static Declaration module(Name name, SourceFile file) {
    return new Declaration(
        Kind.MODULE,
        name.text(),
        Optional.of(name),
        Optional.empty(),
        Optional.empty(),
        Optional.of(file),
        List.of());
  }

  static Declaration alias(Name name, List<Declaration> targets) {
    return new Declaration(
        Kind.ALIAS,
        name.text(),
        Optional.of(name),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.copyOf(targets));
  }

  public Kind kind() {
    return kind;
  }

  /** The declared name. */
  public String text() {
    return text;
  }

  /** Where it is declared; empty for words of the language. */
  public Optional<Name> name() {
    return name;
  }

  /** What is declared, or for a parameter whose it is. */
  public Optional<Item> item() {
    return item;
  }

  /** The parameter that is declared. */
  public Optional<Parameter> parameter() {
    return parameter;
  }

  /** The file that is named. */
  public Optional<SourceFile> module() {
    return module;
  }

  /** What this is another name for; itself if it is none. */
  public List<Declaration> targets() {
    return targets.isEmpty() ? List.of(this) : targets;
  }

  /** Whether both are the declaration at one place of one file, read once or twice. */
  public boolean isSamePlace(Declaration other) {
    if (name.isEmpty() || other.name.isEmpty()) {
      return this == other;
    }
    return name.get().span().from() == other.name.get().span().from()
        && name.get().span().source().name().equals(other.name.get().span().source().name());
  }

  @Override
  public String toString() {
    return kind + " " + name.map(n -> n.span().toString()).orElse("") + " " + text;
  }
}
