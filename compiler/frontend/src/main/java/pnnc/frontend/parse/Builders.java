package pnnc.frontend.parse;

/** The parts of the tree builder, which need each other. */
final class Builders {
  final Texts texts;
  final Types types;
  final Expressions expressions;
  final Postfixes postfixes;
  final Blocks blocks;
  final Records records;
  final Schemas schemas;
  final Placements placements;
  final Checks checks;

  Builders(Texts texts) {
    this.texts = texts;
    this.types = new Types(this);
    this.expressions = new Expressions(this);
    this.postfixes = new Postfixes(this);
    this.blocks = new Blocks(this);
    this.records = new Records(this);
    this.schemas = new Schemas(this);
    this.placements = new Placements(this);
    this.checks = new Checks(this);
  }
}
