/**
 * Words of the pnn language. Blanks, comments and the newlines that end nothing are kept on a channel of
 * their own for the formatter; pnnc.frontend.parse.TokenStage decides which newlines those are, and joins
 * a number and the unit behind it to a QUANTITY.
 */
lexer grammar PnncLexer;

tokens { QUANTITY }

channels { COMMENTS, BLANKS }

// Words that always stand for themselves.
USE: 'use';
AS: 'as';
FN: 'fn';
NET: 'net';
SCHEMA: 'schema';
TARGET: 'target';
DEVICE: 'device';
TECHNOLOGY: 'technology';
PLACE: 'place';
CHECK: 'check';
WHERE: 'where';
WEIGHTS: 'weights';
IF: 'if';
THEN: 'then';
ELSE: 'else';
REPEAT: 'repeat';
IN: 'in';
FROM: 'from';
BY: 'by';
WITH: 'with';
AND: 'and';
OR: 'or';
NOT: 'not';
TRUE: 'true';
FALSE: 'false';
NONE: 'none';
ON: 'on';
FOR: 'for';
AT: 'at';

// Words that are names wherever a name is wanted (rule `name`).
TIMES: 'x';
OPSET: 'opset';
LIMIT: 'limit';
PREFER: 'prefer';
REQUIRE: 'require';
CORNER: 'corner';
DRAWS: 'draws';
FAULTS: 'faults';
CONFIDENCE: 'confidence';
EACH: 'each';
SOURCE: 'source';
ASSUMED: 'assumed';
RECORD: 'record';
RANGE: 'range';
LIST: 'list';

PIPE: '|>';
ARROW: '->';
OTHERWISE: '??';
DOTS: '..';
DOT: '.';
COMMA: ',';
COLON: ':';
SEMICOLON: ';';
EQ: '==';
NE: '!=';
LE: '<=';
GE: '>=';
LT: '<';
GT: '>';
ASSIGN: '=';
PLUSMINUS: '+-' | '\u00B1';
PLUS: '+';
MINUS: '-';
STARS: '**';
STAR: '*';
SLASH: '/';
PERCENT: '%';
CARET: '^';
BAR: '|';
QUESTION: '?';
TICK: '\'';
LPAREN: '(';
RPAREN: ')';
LBRACKET: '[';
RBRACKET: ']';
LBRACE: '{';
RBRACE: '}';

/** 42, 1_000, 0.5, 1e-5, 0x1F. A dot needs a digit behind it: `0 .. 3` and `0..3` are ranges. */
NUMBER
  : '0x' [0-9a-fA-F_]+
  | DIGITS ('.' DIGITS)? ([eE] [+-]? DIGITS)?
  ;

STRING: '"' (ESCAPE | ~["\\\r\n])* '"';

/** Letters of any script; units such as µm and Ω are names too. */
ID: [\p{L}_°] [\p{L}\p{N}_]*;

DOC_COMMENT: '///' ~[\r\n]* -> channel(COMMENTS);
COMMENT: '//' ~[\r\n]* -> channel(COMMENTS);
NEWLINE: '\r'? '\n' | '\r';
BLANK: [ \t\u00A0\uFEFF]+ -> channel(BLANKS);

/** A string that its line does not end. */
UNCLOSED_STRING: '"' (ESCAPE | ~["\\\r\n])* '\\'?;

/** Whatever begins no word. The parser never wants one. */
STRAY: .;

fragment DIGITS: [0-9] ('_'? [0-9])*;
fragment ESCAPE: '\\' ~[\r\n];
