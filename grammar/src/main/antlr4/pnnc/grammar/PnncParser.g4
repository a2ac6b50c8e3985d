/** Sentences of the pnn language. Meaning is given to them in pnnc.frontend. */
parser grammar PnncParser;

options { tokenVocab = PnncLexer; }

file: separator* (item (separator+ item)*)? separator* EOF;

separator: NEWLINE | SEMICOLON;

item
  : use
  | function
  | net
  | schema
  | target
  | device
  | technology
  | place
  | check
  ;

// ---- names -------------------------------------------------------------------------------------

/** use std.nn.{linear, relu}   use std.nn as nn   use "layers.pnn".{block} */
use: USE (STRING | name) (DOT member)* (DOT LBRACE newlines used (COMMA newlines used)* COMMA? newlines RBRACE | AS name)?;

used: name (AS name)?;

newlines: NEWLINE*;

name: plainName | TIMES;

/** Where the sign between sizes could stand as well, x is not a name: `layer x { }`, `each x y`. */
plainName
  : ID | OPSET | LIMIT | PREFER | REQUIRE | CORNER | DRAWS | FAULTS | CONFIDENCE | EACH | SOURCE
  | ASSUMED | RECORD | RANGE | LIST
  ;

/** Behind a dot, and as the name of a field or an argument, every word is a name. */
member
  : name | USE | AS | FN | NET | SCHEMA | TARGET | DEVICE | TECHNOLOGY | PLACE | CHECK | WHERE | WEIGHTS | IF
  | THEN | ELSE | REPEAT | IN | FROM | BY | WITH | AND | OR | NOT | TRUE | FALSE | NONE | ON | FOR | AT
  ;

path: name (DOT member)*;

// ---- networks ----------------------------------------------------------------------------------

function: FN name parameters ARROW type where? body;

net: NET name parameters ARROW type (OPSET NUMBER)? where? block;

parameters: LPAREN (parameter (COMMA parameter)* COMMA?)? RPAREN;

parameter: name COLON type (ASSIGN expression)?;

where: WHERE expression (COMMA expression)*;

body: ASSIGN expression | block;

block: LBRACE separator* (statement (separator+ statement)* separator*)? RBRACE;

statement
  : WEIGHTS name ASSIGN expression   # weightsStatement
  | pattern ASSIGN expression        # bindStatement
  | expression                       # resultStatement
  ;

pattern: name | LPAREN name (COMMA name)* COMMA? RPAREN;

// ---- types -------------------------------------------------------------------------------------

type: typeChoice (BAR typeChoice)*;

typeChoice: plainType QUESTION?;

plainType
  : (name | quantized) LBRACKET (dimension (COMMA dimension)* COMMA?)? RBRACKET  # tensorType
  | LPAREN typeField (COMMA typeField)* COMMA? RPAREN                            # tupleType
  | LBRACE name (COMMA name)* COMMA? RBRACE                                      # symbolType
  | LBRACKET type RBRACKET                                                       # listType
  | name                                                                         # namedType
  ;

/** q(8 bit, scale: s, zero: z, axis: 0)[…] */
quantized: name arguments;

typeField: (member COLON)? type;

dimension: DOTS name # dimensions | expression # oneDimension;

// ---- expressions -------------------------------------------------------------------------------

expression
  : IF expression THEN expression ELSE expression     # ifExpression
  | REPEAT name IN expression FROM state block         # repeatExpression
  | FN parameters ARROW type body                     # lambda
  | pipeline (DOTS pipeline (BY pipeline)?)?           # plainExpression
  ;

/** repeat i in 0 .. 3 from h { … }   from (h = x, c = zeros) { … } */
state: stateVariable | LPAREN stateVariable (COMMA stateVariable)* COMMA? RPAREN;

stateVariable: name (ASSIGN expression)?;

pipeline: operation (PIPE operation)*;

operation
  : <assoc=right> operation CARET operation                # power
  | MINUS operation                                        # negation
  | operation (STAR | SLASH | PERCENT | TIMES) operation   # product
  | operation (PLUS | MINUS) operation                     # sum
  | operation PLUSMINUS operation                          # tolerance
  | operation OTHERWISE operation                          # otherwise
  | operation AS type                                      # ascription
  | operation (EQ | NE | LE | GE | LT | GT | IN) operation # comparison
  | NOT operation                                          # not
  | operation AND operation                                # and
  | operation OR operation                                 # or
  | postfix                                                # postfixOperation
  ;

postfix
  : postfix DOT member                                       # access
  | postfix QUESTION DOT member                              # optionalAccess
  | postfix LBRACKET index (COMMA index)* COMMA? RBRACKET    # indexing
  | postfix arguments                                        # call
  | postfix TICK                                             # transpose
  | postfix WITH record                                      # with
  | primary                                                  # primaryPostfix
  ;

index
  : expression           # oneIndex
  | DOTS pipeline?       # fromStart
  | pipeline DOTS        # toEnd
  ;

arguments: LPAREN (argument (COMMA argument)* COMMA?)? RPAREN;

argument: (member COLON)? expression;

primary
  : NUMBER                                                           # number
  | QUANTITY                                                         # quantity
  | STRING                                                           # string
  | (TRUE | FALSE)                                                   # truth
  | NONE                                                             # none
  | name                                                             # reference
  | LPAREN argument (COMMA argument)* COMMA? RPAREN                  # tuple
  | LBRACKET (expression (COMMA expression)* COMMA?)? RBRACKET       # list
  | LBRACE newlines expression (COMMA newlines expression)* COMMA? newlines RBRACE # set
  | record                                                           # recordValue
  ;

// ---- hardware ----------------------------------------------------------------------------------

/** { width = 8 bit; rate = 200 MS/s } */
record: LBRACE separator* (entry (separator+ entry)* separator*)? RBRACE;

entry
  : member ASSIGN expression provenance?                   # field
  | LIMIT path (LE | GE | LT | GT) expression (AT expression)? # limit
  | PREFER path (THEN path)*                               # prefer
  | member plainName record                                # namedEntry
  ;

/** Where a number comes from: a source, or the honest word. */
provenance: (SOURCE | ASSUMED) STRING;

target: TARGET name COLON path record;

device: DEVICE name (COLON path)? record;

technology: TECHNOLOGY name (COLON path)? record;

schema: SCHEMA name fields;

fields: LBRACE separator* (fieldDeclaration (separator+ fieldDeclaration)* separator*)? RBRACE;

fieldDeclaration
  : member COLON fieldType (IN expression)? (ASSIGN expression)? provenance? # declaredField
  | EACH name fields                                                         # declaredEntries
  ;

/** int, real, bool, string, size; a unit (nm, dB/cm, %); a schema by its name. */
fieldType
  : RECORD fields                                       # recordField
  | RANGE fieldType                                     # rangeField
  | LIST fieldType                                      # listField
  | LBRACE name (COMMA name)* COMMA? RBRACE             # symbolField
  | unitPower ((SLASH | STAR) unitPower)+                # unitField
  | name CARET MINUS? NUMBER                            # unitField
  | PERCENT                                             # percentField
  | (DEVICE | TECHNOLOGY)                               # kindField
  | path                                                # namedField
  ;

unitPower: name (CARET MINUS? NUMBER)?;

place: PLACE name LBRACE separator* (placement (separator+ placement)* separator*)? RBRACE;

placement: pathPattern ON path;

pathPattern: STRING | patternStep (DOT patternStep)*;

patternStep: (member | STAR | STARS) (LBRACKET index RBRACKET)?;

// ---- checks ------------------------------------------------------------------------------------

check: CHECK STRING FOR name ON path LBRACE separator* (checkEntry (separator+ checkEntry)* separator*)? RBRACE;

checkEntry
  : member ASSIGN expression                              # checkField
  | requirement                                           # checkRequirement
  | CORNER name (DRAWS expression)? LBRACE separator* (cornerEntry (separator+ cornerEntry)* separator*)? RBRACE # corner
  | FAULTS expression                                     # faults
  ;

cornerEntry: member ASSIGN expression # cornerField | requirement # cornerRequirement;

requirement: REQUIRE (EACH plainName)? expression (CONFIDENCE expression)?;
