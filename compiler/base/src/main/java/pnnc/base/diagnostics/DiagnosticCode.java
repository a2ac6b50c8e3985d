package pnnc.base.diagnostics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every kind of fault pnnc can report: a stable identifier, the sentence, how the run ends, and
 * what {@code pnnc explain} says. The first digit tells the area: 0 command line, 1 text, 2 types,
 * 3 import and data, 4 targets, 5 layout, 6 checks, 7 files and machine, 9 internal.
 */
public enum DiagnosticCode {
  USAGE(
      1,
      ExitStatus.USAGE,
      "%s",
      """
      The command line does not make sense: an unknown command or option, a missing or a
      superfluous argument, or a value of the wrong kind. `pnnc --help` lists the commands,
      `pnnc COMMAND --help` the options of one."""),

  NOT_YET(
      2,
      ExitStatus.UNSUPPORTED,
      "%s comes with %s; this version does not have it",
      """
      The command or option is part of pnnc's design and its name is taken, but this version does
      not do it. Nothing was read or written. `pnnc help` lists what this version does."""),

  PNNIR_SYNTAX(
      1001,
      ExitStatus.INPUT_ERROR,
      "expected %s, found %s",
      """
      A text form of pnnc (a `.pnnir` network or a `pnnc-netlist`) does not follow its grammar at
      the place shown. The grammars close the documentation of the packages `pnnc.ir.network` and
      `pnnc.ir.netlist`."""),
  PNNIR_VERSION(
      1002,
      ExitStatus.UNSUPPORTED,
      "the file is in version %s of its text form; this pnnc reads version %s",
      """
      The text forms of networks and netlists are versioned and another version of pnnc wrote this
      file. Make it again from what it was made of: a network with `pnnc import`, a netlist with
      `pnnc compile`."""),

  // The language: words and sentences (1010 to 1099).
  SYNTAX(
      1010,
      ExitStatus.INPUT_ERROR,
      "expected %s, found %s",
      """
      The text does not go on as the language wants it at this place. A newline ends a statement
      unless it stands in parentheses or brackets, behind an operator, or before `|>`, `->` or
      `where`. `examples/language/TOUR.md` shows every construct, and
      `stdlib/REFERENCE.md` has the grammar."""),
  SOURCE_TOO_LONG(
      1011,
      ExitStatus.INPUT_ERROR,
      "the file has %d characters; at most %d are read",
      """
      No program that people write is that long: the file is probably not a program. Large data
      belong into `.npz`, `.npy`, `.safetensors` or `.onnx` files that the program names."""),
  NESTING(
      1012,
      ExitStatus.INPUT_ERROR,
      "nested too deep: more than %d %s",
      """
      pnnc refuses expressions that are nested deeper than any that people write, instead of running
      out of memory or stack. Bind parts of the expression to names, one statement each."""),
  ESCAPE_UNKNOWN(
      1013,
      ExitStatus.INPUT_ERROR,
      "unknown escape `%s` in a string",
      """
      In strings a backslash begins one of five escapes: `\\n` (newline), `\\t` (tab), `\\\"` (quote),
      `\\\\` (the backslash itself), and `\\u{3A9}`, a character by its number in hexadecimal. Paths on
      Windows are written with `/`."""),
  COMPARISON_CHAIN(
      1014,
      ExitStatus.INPUT_ERROR,
      "comparisons cannot be chained: a second `%s`",
      """
      `a < b < c` would compare the truth of `a < b` with `c`. Say both comparisons and join them:
      `a < b and b < c`."""),
  PIPE_STAGE(
      1015,
      ExitStatus.INPUT_ERROR,
      "expected a function behind `|>`, found %s",
      """
      `x |> f(a)` calls `f(x, a)`, so behind a pipe stands a function or a call that still lacks its
      first argument. The pipe binds weaker than every operator: write `(x |> f) + y` to go on
      calculating with its result."""),
  STRING_UNCLOSED(
      1016,
      ExitStatus.INPUT_ERROR,
      "the string `%s` is not closed on its line",
      """
      A string begins and ends with `\"` on one line. A newline inside a string is written `\\n`, a
      quote `\\\"`, and a backslash `\\\\`: a string that ends with a single backslash is not closed."""),
  CHARACTER_STRAY(
      1017,
      ExitStatus.INPUT_ERROR,
      "no word begins with %s",
      """
      Programs are written with letters, digits and the marks of the keyboard; letters of any script
      may stand in names, and everything may stand in strings and comments. Characters that look
      alike, such as curly quotes from a word processor, are refused instead of guessed at."""),
  BRACKET_UNCLOSED(
      1018,
      ExitStatus.INPUT_ERROR,
      "`%s` is not closed: expected %s before %s",
      """
      Every bracket must be closed by one of its kind, in the order in which they were opened. The
      message points at the first place where that is certainly broken and at the bracket that is
      still open there; the closing bracket belongs somewhere between the two."""),
  BRACKET_STRAY(
      1019,
      ExitStatus.INPUT_ERROR,
      "`%s` closes nothing",
      """
      A closing bracket stands where no bracket is open. Either it is one too many, or the bracket
      that it should close was closed before by one that is too many."""),
  ASSIGN_FOR_EQUAL(
      1020,
      ExitStatus.INPUT_ERROR,
      "`=` in the condition of `%s`",
      """
      A single `=` binds a name to a value and stands only at the beginning of a statement. Two
      values are compared with `==`."""),
  EQUAL_FOR_ASSIGN(
      1021,
      ExitStatus.INPUT_ERROR,
      "`%s ==` compares where a name is bound",
      """
      `==` compares two values; a name is bound to a value by a single `=`. A comparison on a line of
      its own, before the last line of a block, would have no effect."""),
  FOREIGN_WORD(
      1022,
      ExitStatus.INPUT_ERROR,
      "`%s` is no word of this language",
      """
      The word has a meaning in other languages, but not here. Functions begin with `fn`, networks
      with `net`; names are bound by `=` without a word before it; the last expression of a block is
      its result; loops are bounded folds, `repeat i in 0 .. n from x { … }`."""),
  SINGLE_QUOTES(
      1023,
      ExitStatus.INPUT_ERROR,
      "strings stand in double quotes, not in `%s`",
      """
      A single quote behind a value transposes it: `w'`. Strings are written with double quotes,
      `onnx(\"mlp.onnx\")`."""),
  PERCENT_BEFORE_VALUE(
      1024,
      ExitStatus.INPUT_ERROR,
      "`%s` is a quantity, and a value follows it",
      """
      Directly behind a number a percent sign is the unit percent. It means the remainder of a
      division behind everything else: behind a name (`H % 2`) or a closing parenthesis
      (`(7) % 2`)."""),
  ELSE_MISSING(
      1025,
      ExitStatus.INPUT_ERROR,
      "`if` without `else` before %s",
      """
      An `if` is an expression and has a value on both ways, so the `else` cannot be left out:
      `y = if s == 1 then x else pool(x)`. `else` may begin a new line."""),
  OPERAND_LOOSE(
      1026,
      ExitStatus.INPUT_ERROR,
      "`%s` behind `%s` needs parentheses",
      """
      `if`, `repeat` and `fn` reach as far to the right as they can, so behind an operator they stand
      in parentheses, which show where they end: `x + (if c then a else b)`."""),
  COLON_BLOCK(
      1027,
      ExitStatus.INPUT_ERROR,
      "`:` behind `%s` does not begin a block",
      """
      A block stands in braces, whatever its indentation: `net M(x: f32[N]) -> f32[N] { relu(x) }`.
      A condition is written `if c then a else b`. The colon stands before types and behind the names
      of arguments."""),
  SEPARATOR(
      1028,
      ExitStatus.INPUT_ERROR,
      "%s cannot stand %s",
      """
      Arguments, parameters and elements are separated by `,`; statements and the lines of records by
      a newline or `;`."""),
  ARGUMENT_ASSIGN(
      1029,
      ExitStatus.INPUT_ERROR,
      "`=` behind the name of argument `%s`",
      """
      Arguments are named with a colon: `conv2d(x, w, stride: 2)`. The sign `=` gives default values
      to parameters and binds names to values."""),

  // The language: names, types, shapes, units (2001 to 2999).
  NAME_UNKNOWN(
      2001,
      ExitStatus.INPUT_ERROR,
      "nothing is called `%s` here",
      """
      A name stands for something only if the program defines it: as a parameter, by an assignment above,
      as a function of this file, or through `use`. Layers of `std.nn` need no `use`."""),
  NAME_TWICE(
      2002,
      ExitStatus.INPUT_ERROR,
      "`%s` is declared twice",
      """
      Functions may share a name if they take different kinds of arguments; networks and hardware may
      not. Rename one of them."""),
  MODULE_UNKNOWN(
      2003,
      ExitStatus.INPUT_ERROR,
      "there is no `%s` in the standard library",
      """
      `use std.nn.{linear}` names a file of the standard library; `use "layers.pnn".{block}` names a file
      of yours, relative to the file that uses it."""),
  NOT_DECLARED(
      2004,
      ExitStatus.INPUT_ERROR,
      "%s declares nothing called `%s`",
      """
      The file that a `use` names does not declare what is taken from it."""),
  USE_CYCLE(
      2005,
      ExitStatus.INPUT_ERROR,
      "%s and %s use each other",
      """
      Files may not use each other in a circle. Put what both need into a third file."""),
  MEMBER_UNKNOWN(
      2006,
      ExitStatus.INPUT_ERROR,
      "%s has no part `%s`",
      """
      Parts follow a dot: weights by the steps of their names, results of several parts by the names in
      their type, ONNX operators behind `op`."""),
  WEIGHT_UNKNOWN(
      2007,
      ExitStatus.INPUT_ERROR,
      "there are no weights `%s` in %s",
      """
      The file of weights holds no tensor and no group of that name. `w.fc1` is every tensor whose name
      begins with `fc1.`; `w["fc1.weight"]` is one tensor; `w?.bias` is `none` where there is none."""),
  USE_PATH(
      2008,
      ExitStatus.INPUT_ERROR,
      "`use` cannot take \"%s\": %s",
      """
      `use` names a file of the standard library by its words, or a program of yours by its path from the file
      that uses it, which ends in `.pnn`: `use "blocks/residual.pnn".{block}`. So a program means the same on
      every machine. Addresses of networks and paths from the root are refused."""),
  WEIGHTS_PATH(
      2009,
      ExitStatus.INPUT_ERROR,
      "`%s` cannot take \"%s\": %s",
      """
      Weights are read from a file, by its path from the program's folder or from the root. Nothing is fetched
      from a network: download the file first, and name it."""),
  NOT_A_FUNCTION(
      2010,
      ExitStatus.INPUT_ERROR,
      "%s cannot be called",
      """
      Only functions, networks, element types (which convert), and operators behind `op` can be called."""),
  ARGUMENT_MISSING(
      2011,
      ExitStatus.INPUT_ERROR,
      "argument `%s` of `%s` is missing",
      """
      Parameters without a default need an argument. What stands before a pipe is the first argument."""),
  ARGUMENT_UNKNOWN(
      2012,
      ExitStatus.INPUT_ERROR,
      "`%s` has no parameter `%s`",
      """
      An argument with a name must name a parameter of the function."""),
  ARGUMENTS_TOO_MANY(
      2013,
      ExitStatus.INPUT_ERROR,
      "`%s` takes %s at most",
      """
      There are more arguments than parameters. What stands before a pipe counts as the first."""),
  ARGUMENT_TWICE(
      2014,
      ExitStatus.INPUT_ERROR,
      "argument `%s` of `%s` is given twice",
      """
      A parameter got an argument by its place and another by its name, or what stands before a pipe took
      the place that an argument was meant for."""),
  NO_CANDIDATE(
      2015,
      ExitStatus.INPUT_ERROR,
      "no `%s` takes these arguments: %s",
      """
      Several functions share this name and none takes arguments of these kinds."""),
  RECURSION(
      2016,
      ExitStatus.INPUT_ERROR,
      "`%s` calls itself",
      """
      Programs always end, so functions may not call themselves, not even through others. `repeat` does
      something a fixed number of times."""),
  BUILTIN_ARGUMENTS(
      2017,
      ExitStatus.INPUT_ERROR,
      "`%s` takes %s",
      """
      A function of the language itself was called with something else than it takes."""),
  USE_ITSELF(
      2018,
      ExitStatus.INPUT_ERROR,
      "%s uses itself",
      """
      What a file declares is known everywhere in it, before and behind. Leave the `use` out."""),
  ARGUMENT_ORDER(
      2019,
      ExitStatus.INPUT_ERROR,
      "`%s` has no name but stands behind argument `%s`, which has one",
      """
      Arguments without names come first, in the order of the parameters; those with names follow in any
      order. Move it before the first one with a name, or name it too."""),
  BLOCK_WITHOUT_RESULT(
      2020,
      ExitStatus.INPUT_ERROR,
      "the block ends with %s and has no result",
      """
      The last line of a block is its result: an expression without a name. Repeat the name of the last
      value on a line of its own."""),
  TUPLE_SIZE(
      2021,
      ExitStatus.INPUT_ERROR,
      "%d names for %s",
      """
      A result of several parts is taken apart by as many names: `(y, state) = cell(x, state)`."""),
  NOT_IN_NETWORKS(
      2022,
      ExitStatus.INPUT_ERROR,
      "`%s` has no meaning in a network",
      """
      Quantities with units, records and `with` describe hardware; networks compute with plain numbers."""),
  NUMBER_TOO_LARGE(
      2023,
      ExitStatus.INPUT_ERROR,
      "%s does not fit 64 bits",
      """
      Whole numbers have 64 bits. Write a decimal point to make it real."""),
  NUMBER_DOES_NOT_FIT(
      2024,
      ExitStatus.INPUT_ERROR,
      "%s is no value of %s",
      """
      A number is brought to the element type of the tensor it meets, and must be a value of that type."""),
  CONDITION_IS_DATA(
      2025,
      ExitStatus.INPUT_ERROR,
      "the condition of `if` is %s: known only when the network runs",
      """
      `if` chooses while the program is compiled. To choose by data use `select(condition, a, b)`, which
      computes both, or `op.If`."""),
  UNDECIDED(
      2026,
      ExitStatus.INPUT_ERROR,
      "`%s` is not known when the program is compiled",
      """
      The choice, the number of turns or the size depends on a dimension that only a run knows. Fix the
      dimension in the network's signature or with `--dim NAME=SIZE`."""),
  REPEAT_RANGE(
      2027,
      ExitStatus.INPUT_ERROR,
      "`repeat` needs a range of whole numbers with at most %d turns",
      """
      The number of turns is fixed when the program is compiled, and bounded."""),
  PROGRAM_TOO_LONG(
      2028,
      ExitStatus.INPUT_ERROR,
      "the program takes more than %d calls and turns",
      """
      Calls and turns of `repeat` are carried out while the program is compiled. Nested ones multiply; no
      real network needs as many."""),
  CALLS_TOO_DEEP(
      2029,
      ExitStatus.INPUT_ERROR,
      "%s are nested deeper than %d",
      """
      A function calls a function that calls a function, and so on, further than any real network goes.
      `repeat` does something many times without nesting."""),
  LINE_UNUSED(
      2030,
      ExitStatus.INPUT_ERROR,
      "nothing uses what this line gives: it has no name, and the block goes on",
      """
      A line of a block binds a name, or is the last and gives the result. A newline ends a line
      unless it is inside brackets or before `|>`, so an operator at the beginning of a line begins a
      line of its own: put a sum that goes over several lines into brackets."""),
  TYPE_MISMATCH(
      2101,
      ExitStatus.INPUT_ERROR,
      "%s must be %s, found %s",
      """
      A value is of another kind than its place asks for: a number where a tensor is due, a word that is
      none of those allowed. The signature shows what fits; `f32(x)` converts tensors."""),
  ELEMENT_MISMATCH(
      2102,
      ExitStatus.INPUT_ERROR,
      "%s must hold %s, found %s",
      """
      Element types are never converted silently. `f32(x)` converts."""),
  ELEMENTS_DIFFER(
      2103,
      ExitStatus.INPUT_ERROR,
      "`%s` needs equal element types, found %s and %s",
      """
      Element types are never converted silently. `f32(x)` converts."""),
  DIMENSIONS_DIFFER(
      2104,
      ExitStatus.INPUT_ERROR,
      "%s differs: %s and %s",
      """
      A dimension variable stands for one size in a call. Two arguments, or an argument and the result, ask
      for different ones."""),
  RANK_MISMATCH(
      2105,
      ExitStatus.INPUT_ERROR,
      "%s must have the shape %s, found %s",
      """
      The number of dimensions differs. `..B` in a signature stands for any number of dimensions."""),
  OPERATOR_UNFIT(
      2106,
      ExitStatus.INPUT_ERROR,
      "`%s` has no meaning between %s and %s",
      """
      The operator is not defined for values of these kinds. Sums and products take numbers and tensors,
      comparisons also words; quantised tensors are dequantised first."""),
  OPERANDS_MISFIT(
      2107,
      ExitStatus.INPUT_ERROR,
      "%s cannot take these: %s",
      """
      The shapes of an operator's inputs do not fit together. Sizes are broadcast only where one of them is
      1; `reshape`, `transpose` and `unsqueeze` bring a tensor into another shape."""),
  OPERATOR_ARITY(
      2108,
      ExitStatus.INPUT_ERROR,
      "%s takes %s inputs, found %d",
      """
      An ONNX operator was given too few or too many inputs. Attributes are arguments with names; `none`
      leaves out an optional input."""),
  OPERATOR_ATTRIBUTE(
      2109,
      ExitStatus.INPUT_ERROR,
      "%s has no attribute `%s`",
      """
      An argument with a name is an attribute of an ONNX operator, and the operator has none of that
      name in the version that the program is written for. Inputs have no names."""),
  DIVISION_BY_ZERO(
      2110,
      ExitStatus.INPUT_ERROR,
      "%s is divided by 0",
      """
      A size or a number is divided by zero. Where the divisor is computed, a `where` in the signature can
      ask for one above 0."""),
  DIVISION_INEXACT(
      2111,
      ExitStatus.INPUT_ERROR,
      "%s / %s leaves %d",
      """
      Whole numbers and sizes divide without a remainder. `floor_div` and `ceil_div` round; a number with a
      decimal point divides as a real."""),
  GOAL_MISSED(
      2112,
      ExitStatus.INPUT_ERROR,
      "`%s` needs %s, but %s",
      """
      A function says in `where` what must hold of its arguments. Change the sizes of what it is called
      with, or the number that it divides them by."""),
  GOAL_UNDECIDED(
      2113,
      ExitStatus.INPUT_ERROR,
      "it cannot be shown that %s",
      """
      A size that only a run knows must be fit for what is done with it. Promise it in the signature with
      `where`, fix the size, or use `--dim NAME=SIZE`."""),
  DIMENSION_UNSOLVED(
      2114,
      ExitStatus.INPUT_ERROR,
      "dimension `%s` of the result of `%s` cannot be found",
      """
      A variable that only the result's type names is found from the shape of the body's result, which
      depends on that variable here. Name it in the type of a parameter as well."""),
  RANDOM_SHAPE(
      2115,
      ExitStatus.INPUT_ERROR,
      "the shape of the random weights `%s` cannot be found: %s",
      """
      Random weights get their shape from their use, as far as that says it. Say the rest:
      `w.conv.weight as f32[16, 3, 3, 3]`."""),
  NOT_INDEXABLE(
      2116,
      ExitStatus.INPUT_ERROR,
      "%s cannot be indexed like this",
      """
      Tensors take whole numbers and ranges in brackets, lists and tuples one whole number, weights a name
      in quotes or a whole number."""),
  INDEX_OUTSIDE(
      2117,
      ExitStatus.INPUT_ERROR,
      "%s is outside of %s",
      """
      An index counts from 0, or from the end if it is negative, and must be in range. So must both ends of a
      range; leave one out to go to the end of the axis: `x[2 ..]`."""),
  NET_INPUT(
      2118,
      ExitStatus.INPUT_ERROR,
      "a network takes tensors, not %s",
      """
      The parameters of a network are the inputs of what is built, so they must be tensors."""),
  NETWORK_TOO_LARGE(
      2119,
      ExitStatus.INPUT_ERROR,
      "the network has more than %d operators",
      """
      A `repeat` or nested calls unfold to more operators than any real network has."""),
  NET_UNKNOWN(
      2120,
      ExitStatus.INPUT_ERROR,
      "there is no network called `%s` in %s",
      """
      `FILE.pnn#name` names a network of the file. A file with one network needs no name."""),
  NET_AMBIGUOUS(
      2121,
      ExitStatus.INPUT_ERROR,
      "%s has %d networks: %s",
      """
      A command takes one network. Say which one of the file is meant: `FILE.pnn#name`."""),
  NET_INPUT_DEFAULT(
      2122,
      ExitStatus.INPUT_ERROR,
      "`%s` is an input of a network and cannot have a default",
      """
      What is built has wires for all its inputs, and something is always on a wire. Only functions
      have arguments that can be left out: make a function with the default, and a network that
      calls it without the argument. A fixed tensor is a line of the network's body."""),
  RESULT_UNKNOWN(
      2123,
      ExitStatus.INPUT_ERROR,
      "what `%s` gives here cannot be worked out: %s",
      """
      The operators of a network are chosen when it is compiled, so sizes and numbers that choose
      them must be known by then. A dimension variable that only an argument with a default names
      is not known where the argument is left out; a number that depends on the data is not known
      at all. Pass the argument, or write the function without that variable."""),
  SLICE_EMPTY(
      2124,
      ExitStatus.INPUT_ERROR,
      "`%s` takes nothing: %s",
      """
      A range in brackets runs from its first position to the one behind its last, `x[2 .. 5]`, and backwards
      with a negative step: `x[4 .. 1 by -1]`. Only one that ends where it begins may be empty."""),
  SIZE_NEGATIVE(
      2125,
      ExitStatus.INPUT_ERROR,
      "the size %s is below 0",
      """
      A type gives a dimension a size below zero, or arithmetic on other sizes does. Write the size as it is;
      where it is computed, check what it is computed from, such as a kernel that is larger than its image."""),
  NET_NONE(
      2126,
      ExitStatus.INPUT_ERROR,
      "there is no network in %s",
      """
      The file declares functions or hardware, but no `net`, and the command takes a network. Functions have
      no fixed sizes to build: write a network that calls them."""),
  RANDOM_UNFIT(
      2127,
      ExitStatus.INPUT_ERROR,
      "the random weights `%s` cannot be %s: %s",
      """
      Random weights are floating-point numbers, at most 2^28 in one tensor, since they are all kept in memory.
      Make the tensor smaller, or read it from a file."""),

  // The language: quantities (2400 to 2499).
  UNIT_UNKNOWN(
      2401,
      ExitStatus.INPUT_ERROR,
      "there is no unit `%s`",
      """
      Units are those of the SI with its prefixes (`nm`, `uS`, `MHz`), and `min h day year deg % ppm dB
      bit B L eV Sa sq`, joined by `*`, `/` and `^` without blanks: `dB/cm`, `ohm*um`, `um^2`. `u` and
      `µ` both mean micro. `MS/s` are samples per second."""),
  UNIT_MISFIT(
      2402,
      ExitStatus.INPUT_ERROR,
      "expected %s, found %s",
      """
      The value is a quantity of another kind than its place wants. Nothing is converted silently between
      kinds: a conductance is not a resistance, a frequency not a rate of samples."""),
  UNIT_MISSING(
      2403,
      ExitStatus.INPUT_ERROR,
      "expected %s, found the bare number %s",
      """
      A number stands where a quantity with a unit is due. Write the unit behind the number: `8 bit`,
      `20 um`, `3 %`."""),
  UNITS_DIFFER(
      2404,
      ExitStatus.INPUT_ERROR,
      "%s and %s cannot be %s",
      """
      Only quantities of one kind can be added, subtracted or compared."""),
  UNIT_EXPONENT(
      2405,
      ExitStatus.INPUT_ERROR,
      "`%s` is no power of a unit",
      """
      Units are raised to whole powers of one digit: `um^2`, `cm^-3`."""),
  QUANTITY_BEYOND(
      2406,
      ExitStatus.INPUT_ERROR,
      "%s is beyond what can be calculated with: %s",
      """
      Quantities are exact fractions. Numbers of more than a thousand digits, exponents beyond a thousand
      and powers beyond 64 are refused: no physical quantity has them."""),
  QUANTITY_OPERATION(
      2407,
      ExitStatus.INPUT_ERROR,
      "`%s` cannot be applied to %s and %s",
      """
      Quantities know `+ - * /`, whole powers with `^`, and a tolerance with `+-`. There is no division by
      zero."""),
  TOLERANCE_INVALID(
      2408,
      ExitStatus.INPUT_ERROR,
      "%s is no tolerance of %s",
      """
      Behind `+-` stands how far the truth may be from the value: a quantity of the same kind, or a share
      of it (`5 %`), and not below zero."""),

  ONNX_MALFORMED(
      3001,
      ExitStatus.INPUT_ERROR,
      "not a readable ONNX model: %s",
      """
      The file is not a protobuf-encoded ONNX ModelProto: it is cut short, damaged, or something
      else altogether. The byte offset says where reading stopped. Check that the file was
      downloaded whole (a Git LFS pointer is a small text file that starts with `version`)."""),
  ONNX_LIMIT(
      3002,
      ExitStatus.INPUT_ERROR,
      "%s exceeds the limit of %s",
      """
      Something in the model is larger or nested deeper than any real network. pnnc refuses it
      instead of running out of memory or stack."""),
  OPSET_UNSUPPORTED(
      3003,
      ExitStatus.UNSUPPORTED,
      "operator set %s version %d is outside %s",
      """
      The model asks for a version of an operator set that this pnnc does not know. Convert it, for
      instance with the converter that comes with the ONNX Python package."""),
  OPERATOR_UNKNOWN(
      3004,
      ExitStatus.UNSUPPORTED,
      "operator %s is not defined in operator set %s version %d",
      """
      The model uses an operator that neither the ONNX standard (at the version the model asks for)
      nor ONNX Runtime's published extensions define, and the model brings no function that does.
      Withdrawn experimental operators such as Crop, ImageScaler or Affine are refused even where a
      runtime still accepts them. Export the model again without it, or define it as a local
      function in the model."""),
  VALUE_UNDEFINED(
      3005,
      ExitStatus.INPUT_ERROR,
      "value `%s` is used but nothing defines it",
      """
      An operator or a graph output names a value that is no graph input, no initializer and no
      output of any operator in reach."""),
  VALUE_REDEFINED(
      3006,
      ExitStatus.INPUT_ERROR,
      "value `%s` is defined twice",
      """
      In ONNX every value has exactly one definition, and a subgraph may not re-use the name of a
      value outside it."""),
  STAYS_ON_HOST(
      3007,
      ExitStatus.OK,
      "%s stays on the host: %s",
      """
      The operator is not turned into a physical block; it runs in ONNX Runtime between the blocks.
      The network's meaning is unchanged. `pnnc inspect` shows what share of the
      multiply-accumulates this is."""),
  GRAPH_CYCLIC(
      3008,
      ExitStatus.INPUT_ERROR,
      "the graph has a cycle through value `%s`",
      """
      An operator depends on its own output. A network must be acyclic; recurrence is written with
      Loop, Scan or a recurrent operator."""),
  TENSOR_INVALID(
      3009,
      ExitStatus.INPUT_ERROR,
      "tensor `%s`: %s",
      """
      The data of a tensor do not fit its type and dimensions: a negative or overflowing dimension,
      too few or too many bytes, or data in a field that its type does not use."""),
  EXTERNAL_PATH(
      3010,
      ExitStatus.INPUT_ERROR,
      "external data path `%s` is refused: %s",
      """
      A model may keep weights in files beside it. For safety such a file must lie in the model's
      own folder or below it, be named by a relative path without `..`, be a regular file, and be
      reached without leaving the folder through a symbolic link."""),
  EXTERNAL_DATA(
      3011,
      ExitStatus.INPUT_ERROR,
      "external data `%s`: %s",
      """
      The file that should hold a tensor's data is missing, unreadable or shorter than the model
      says. Keep the data files beside the model under the names they were exported with."""),
  ATTRIBUTE_INVALID(
      3012,
      ExitStatus.INPUT_ERROR,
      "attribute `%s` of %s: %s",
      """
      An attribute of an operator is missing, of the wrong kind, or has a value that the ONNX
      standard does not allow."""),
  NODE_INVALID(
      3013,
      ExitStatus.INPUT_ERROR,
      "%s: %s",
      """
      An operator has fewer or more inputs or outputs than the ONNX standard gives it, or breaks
      another rule of its definition."""),
  DIMENSION_UNKNOWN(
      3014,
      ExitStatus.INPUT_ERROR,
      "the model has no dimension called `%s`",
      """
      `--dim NAME=SIZE` fixes a symbolic dimension of the model. `pnnc inspect` lists the
      dimensions a model has."""),
  GRAPH_INVALID(
      3015,
      ExitStatus.INPUT_ERROR,
      "%s",
      """
      The graph breaks a rule of the ONNX standard that is neither a missing definition nor a cycle:
      no outputs, a function that calls itself, a subgraph of the wrong shape."""),
  REFERENCE_REFUSED(
      3016,
      ExitStatus.UNSUPPORTED,
      "ONNX Runtime cannot run the model: %s",
      """
      The reference that every verdict is measured against is ONNX Runtime running the original
      model. It refused this one, so no verdict is possible."""),
  OPSET_KEPT(
      3017,
      ExitStatus.OK,
      "%s cannot be said in operator set %d, so the network keeps its own: %s",
      """
      pnnc brings networks to one version of the ONNX standard's operators. An operator of this one
      has no equal there, or none that ONNX Runtime can run, so the network stays as it is: its
      meaning is unchanged, but what is written for the newer version cannot use it. Export the
      model again without the operator, or from a tool that writes a newer version."""),
  LOOP_ENDLESS(
      3018,
      ExitStatus.OK,
      "%s never ends by itself: no limit counts its iterations, and its condition is always true",
      """
      As far as can be seen from the model the loop goes on for ever, and a run of it ends only when
      it takes longer than `--run-limit` allows. Export the model with a trip count, or with a
      condition that ends the loop."""),
  NOT_WRITABLE(
      3019,
      ExitStatus.UNSUPPORTED,
      "a program cannot say what this model holds: %s",
      """
      `pnnc import` writes models as programs in the language, which has no word for something in
      this one. With `--format pnnir` the model is written in the network's own text form, which has
      words for everything."""),
  DATA_MALFORMED(
      3020,
      ExitStatus.INPUT_ERROR,
      "%s is not readable as %s: %s",
      """
      The data file is damaged or not of the kind its name says. Known kinds: `.npz`, `.npy`, IDX
      (`*-ubyte`, also gzip-compressed) and `.csv`."""),
  DATA_SHAPE(
      3021,
      ExitStatus.INPUT_ERROR,
      "%s does not fit input `%s`: found %s, expected %s",
      """
      The samples in the data file have another shape than the network's input. Shapes that differ
      only by dimensions of size 1 or by flattening are accepted."""),
  DATA_MISSING(
      3022,
      ExitStatus.INPUT_ERROR,
      "%s: %s",
      """
      The data file does not hold an array for one of the network's inputs, or holds no samples. In
      an `.npz` file the arrays are called like the inputs; a single input may be called `x`, the
      labels `y`."""),
  DATA_NOT_A_NUMBER(
      3023,
      ExitStatus.OK,
      "%s holds NaN: %d times in %d samples",
      """
      Some numbers in the data file are NaN (not a number). They are fed to the network as they are;
      what it makes of them is usually NaN too, and says little about whether the object works.
      Clean the data, or replace missing values by what the network was trained with."""),
  CALIBRATION_DRAWN(
      3024,
      ExitStatus.OK,
      "block `%s` is trained on made-up inputs: there is no --data",
      """
      The block is a function that physics learns from samples. Without data from the network's use
      it learned from random inputs, and may be wrong for real ones. Give samples with `--data`."""),
  LABELS_UNUSED(
      3025,
      ExitStatus.OK,
      "the labels are not used: %s",
      """
      Accuracy is the share of samples whose largest score stands at the index that the label names.
      That needs exactly one output with a row of scores for each sample, and labels that count
      classes from 0. The verdict does not depend on labels."""),

  DATA_ORDER(
      3026,
      ExitStatus.OK,
      "rows of %s fill input `%s` of shape %s; its channels are taken to come %s in them too",
      """
      A flat row does not say in which order its numbers stand. Images are often stored with the
      channels of each pixel together (`hwc`), networks mostly want one channel after the other
      (`chw`); a wrong guess feeds scrambled images and ruins the accuracy, not the verdict.
      `--data-order hwc` rearranges such rows, `--data-order chw` says that they are right."""),

  TARGET_UNKNOWN(
      4001,
      ExitStatus.INPUT_ERROR,
      "there is no target called `%s`; known: %s",
      """
      The target names the hardware. `host` runs everything in ONNX Runtime and emits no layout;
      other targets are ready-made ones of the standard library, or written in a file of your own
      and named `FILE.pnn#name`; `pnnc target list` shows the ready-made ones."""),
  BACKEND_MISSING(
      4002,
      ExitStatus.UNSUPPORTED,
      "the target `%s` is a `%s`, and no backend for that is installed; installed: %s",
      """
      A target says what hardware is wanted; a backend draws it. The description is sound, but this
      pnnc has no backend for its kind, so nothing can be laid out for it yet."""),
  NOT_CARRIED_OUT(
      4003,
      ExitStatus.OK,
      "%s is looked at for faults, but not carried out",
      """
      A program says with `place` where the parts of its network go, and with `check` what must hold of
      the result. This version reads both and finds their faults, but has no backend that could follow
      them: `-t` alone says what a network is built of, and the verdict is of `compile`'s own making."""),

  // Targets, technologies, placement, checks as text (4010 to 4099, 6001 to 6099).
  HARDWARE_UNKNOWN(
      4010,
      ExitStatus.INPUT_ERROR,
      "there is no %s called `%s`",
      """
      Targets, devices, technologies and schemas are found by their own name in the same file, by a name
      taken with `use`, or by their full name in the standard library, `std.device.hfo2_1t1r`. `pnnc target
      list` lists the targets."""),
  HARDWARE_KIND(
      4011,
      ExitStatus.INPUT_ERROR,
      "`%s` is %s, expected %s",
      """
      The name stands for hardware or a schema of another kind than its place wants."""),
  HARDWARE_CYCLE(
      4012,
      ExitStatus.INPUT_ERROR,
      "`%s` is made of itself: %s",
      """
      A description of hardware may not inherit from itself or contain itself, not even in a roundabout
      way."""),
  FIELD_UNKNOWN(
      4013,
      ExitStatus.INPUT_ERROR,
      "%s has no field `%s`",
      """
      A schema says which fields hardware of its kind has; every other field is a mistake, because nothing
      would ever read it. `pnnc target show NAME` lists the fields with their meaning."""),
  FIELD_MISSING(
      4014,
      ExitStatus.INPUT_ERROR,
      "%s lacks the field `%s`, %s",
      """
      The schema gives the field no default, so every description must set it."""),
  FIELD_TWICE(
      4015,
      ExitStatus.INPUT_ERROR,
      "`%s` is set twice",
      """
      A record sets each field once. To change what was inherited, set it in the heir or with `with`."""),
  FIELD_TYPE(
      4016,
      ExitStatus.INPUT_ERROR,
      "field `%s` takes %s, found %s",
      """
      The value is of another type than the schema declares for the field."""),
  FIELD_RANGE(
      4017,
      ExitStatus.INPUT_ERROR,
      "`%s` is %s, outside %s",
      """
      The schema says between which bounds, inclusive, the field makes sense."""),
  SYMBOL_UNKNOWN(
      4018,
      ExitStatus.INPUT_ERROR,
      "`%s` is none of %s",
      """
      The field takes one of a few words, which its schema lists. Words stand without quotes:
      `sign = differential`."""),
  NOT_DATA(
      4019,
      ExitStatus.INPUT_ERROR,
      "%s is not data",
      """
      Targets, devices and technologies are data: numbers with units, words, ranges, lists, records and
      names of other hardware, with `+ - * / ^` between numbers. There are no calls, conditions or loops,
      so that `pnnc target lint` can check all of it."""),
  OBJECTIVE_UNKNOWN(
      4020,
      ExitStatus.INPUT_ERROR,
      "%s has no quantity `%s` to %s",
      """
      `limit` and `prefer` name quantities that the compiler computes for this kind of hardware. The group
      `limits` of its schema declares them."""),
  RANGE_REVERSED(
      4022,
      ExitStatus.INPUT_ERROR,
      "the range %s runs backwards",
      """
      A range is written from its least to its most: `2 uS .. 120 uS`."""),
  ENTRY_UNKNOWN(
      4023,
      ExitStatus.INPUT_ERROR,
      "there is no %s called `%s`",
      """
      The field names another entry of the same description, such as a layer of the technology, and there
      is none of that name."""),
  FIELD_TYPE_UNKNOWN(
      4024,
      ExitStatus.INPUT_ERROR,
      "there is no field type, unit or schema `%s`",
      """
      A field of a schema holds `int`, `real`, `bool`, `string`, `size`, a quantity in a unit (`nm`, `dB/cm`),
      one of several words (`{a, b}`), a `range` or `list` of these, a `record`, a `device` or `technology`,
      hardware of a schema by its name, or an entry of a kind that the schema declares with `each`."""),
  NOT_SOURCED(
      4025,
      ExitStatus.OK,
      "`%s` has neither a source nor an assumption",
      """
      Each number of a device or technology should say where it comes from: `source "…"` behind the value,
      or `assumed "…"` with the reason if nobody measured it."""),
  OVERRIDE_MALFORMED(
      4026,
      ExitStatus.INPUT_ERROR,
      "`-D %s` does not set a field to one value",
      """
      `-D adc.width=6bit` sets one field of the target by its dotted name to one value, written as in a
      target."""),
  LIMIT_FORM(
      4027,
      ExitStatus.INPUT_ERROR,
      "`limit %s` %s",
      """
      `limit area <= 2.5 mm^2` bounds a quantity once from each side; behind `at` stands the rate, a
      frequency, at which the bound holds: `limit power <= 400 mW at 10 kHz`."""),
  LIMIT_LOWER(
      4028,
      ExitStatus.OK,
      "`%s` bounds from below what costs less when it is small",
      """
      Area, power, latency and the other quantities of a schema's `limits` are costs, so hardly anybody wants
      them to be large. The limit is kept as it is written; turn the sign round if an upper one is meant."""),
  NET_NOT_DECLARED(
      4030,
      ExitStatus.INPUT_ERROR,
      "no network called `%s` is declared here",
      """
      `place` and `check` name a network of the same file or one taken with `use`."""),
  PATTERN_INVALID(
      4031,
      ExitStatus.INPUT_ERROR,
      "the pattern `%s` %s",
      """
      Patterns are names joined by dots, as the parts of a network are called: `encoder.*.linear`. `*` is any
      one step, `**` any number of steps, `layer[0 .. 3]` the steps layer[0], layer[1] and layer[2]. One
      name alone also takes every operator of that kind, and all of every function of that name."""),
  PLACEMENT_UNREACHABLE(
      4032,
      ExitStatus.INPUT_ERROR,
      "`%s` is never reached: `%s` comes first and takes all of it",
      """
      The first line whose pattern matches decides where an operator goes. Put special patterns above
      general ones."""),
  LAYER_CLASH(
      4033,
      ExitStatus.OK,
      "%s and %s both are %s",
      """
      A layout file knows layers by two numbers only. Two masks of the same numbers are one mask to every
      tool, and texts or pins that lie on another mask are shapes of it. Give one of them numbers of its
      own."""),
  RULE_MISSING(
      4034,
      ExitStatus.OK,
      "the %s `%s` has no %s",
      """
      Wires cannot be drawn without a least width and space, nor calculated without a sheet resistance;
      cuts need the side of their square and a space. Add the field to the layer."""),
  CUT_UNCONNECTED(
      4035,
      ExitStatus.OK,
      "no `via` of the technology uses the cut `%s`",
      """
      An entry `via` says which layers a cut joins; without one, a cut is a hole that leads nowhere, and
      extraction finds no connection. If its shapes join nothing, it has another purpose than `cut`."""),
  CONNECTION_PURPOSE(
      4036,
      ExitStatus.OK,
      "`%s` of the via `%s` is `%s`, whose purpose is `%s`",
      """
      A via is a layer of the purpose `cut` between two different layers that carry current. Markers, texts
      and outlines become nothing, so a cut cannot end on them."""),
  RULE_OFF_GRID(
      4037,
      ExitStatus.OK,
      "`%s` is %s, no multiple of %s of %s",
      """
      Corners lie on the grid, so distances are its multiples: a rule in between, or below the grid, means
      the next multiple above, and should say so."""),
  PAD_NARROW(
      4038,
      ExitStatus.OK,
      "a pad of `%s` around the cut of `%s` is %s wide, but its width is at %s %s",
      """
      A lone pad is as large as the cut and its enclosure on both sides. If the rules of the conductor do not
      allow that width, say with `lower_pad` or `upper_pad` how large it is; otherwise one of the numbers is
      wrong."""),
  TOLERANCE_WIDE(
      4039,
      ExitStatus.OK,
      "the tolerance of `%s` is larger than its value: %s",
      """
      `5 um +- 7 um` allows values below zero. Mostly the unit behind `+-` is another than was meant; a plain
      percentage is a share of the value."""),
  LIMITS_REVERSED(
      4040,
      ExitStatus.OK,
      "`%s` is %s, more than `%s`, %s",
      """
      The two fields are the ends of a range: least and greatest width, fast, nominal and slow corner, the
      margin on all sides and the larger one on two of them. They are the wrong way round."""),
  RESISTIVITY_IMPOSSIBLE(
      4041,
      ExitStatus.OK,
      "`%s` of %s at a sheet resistance of %s conducts better than silver: %s",
      """
      Sheet resistance times thickness is resistivity. No metal is below 1.5e-8 ohm*m at room temperature, so
      the unit of one of the two is wrong, or one of them is that of another layer."""),
  UNIT_SLIP(
      4042,
      ExitStatus.OK,
      "`%s` is %s, where rules of this technology mostly are near %s",
      """
      A width, space or size more than three hundred times as large as the technology's median is mostly one
      in the wrong unit, such as mm for um."""),
  RULE_HALF(
      4043,
      ExitStatus.OK,
      "`%s` says nothing without `%s`",
      """
      Some rules take two fields: a space of wide shapes and from which width a shape is wide, a density and
      the window that it is taken over, a space in arrays and which arrays are meant."""),
  LENGTH_OFF_DBU(
      4044,
      ExitStatus.INPUT_ERROR,
      "`%s` is %s, no multiple of the database unit %s",
      """
      Layouts are made of whole database units (`dbu` of the technology), and so are the rules they are
      checked against. Round the value to what is meant, or choose a smaller unit."""),
  PATTERN_MISSPELT(
      4045,
      ExitStatus.OK,
      "nothing in `%s` seems to be called `%s`",
      """
      The pattern names no operator, function, line or weight that the network is written with, but is spelt
      much like one. A pattern that takes nothing places nothing."""),

  // Layouts: GDSII files (5001 to 5019).
  GDS_NO_STREAM(
      5001,
      ExitStatus.INPUT_ERROR,
      "this is no GDSII stream: it begins with %s, not with a HEADER record",
      """
      A GDSII file begins with the bytes 00 06 00 02. This one is of another kind, text, or
      compressed: unpack `.gds.gz` first; OASIS files begin with `%SEMI-OASIS`."""),
  GDS_TRUNCATED(
      5002,
      ExitStatus.INPUT_ERROR,
      "the stream ends in the middle of %s",
      """
      The file is shorter than its records say, or has no ENDLIB: it was cut off when it was
      copied or written. Get it again from where it came."""),
  GDS_RECORD(
      5003,
      ExitStatus.INPUT_ERROR,
      "there is no record of kind %d with data type %d and %d bytes",
      """
      A GDSII file is a row of records, each with its length, kind and data type, and here these do
      not fit each other. The file is damaged at this place or shortly before it."""),
  GDS_ORDER(
      5004,
      ExitStatus.INPUT_ERROR,
      "found %s where %s belongs",
      """
      The records of a GDSII file come in a certain order: a library holds structures, a structure
      elements, an element a kind, a layer, points. The one shown has no place here, is there
      twice, or another is missing before it."""),
  GDS_VALUE(
      5005,
      ExitStatus.INPUT_ERROR,
      "%s is %s, which has no meaning",
      """
      The record is whole but its value is impossible: a magnification or unit that is not positive,
      an array without columns, coordinates beyond 32 bits. The program that wrote the file is at
      fault, or the file is damaged."""),
  GDS_ARRAY(
      5006,
      ExitStatus.INPUT_ERROR,
      "%d steps do not divide the distance %d,%d of an array",
      """
      An array is written with the distance over all its columns and over all its rows. If that is
      no whole number of database units a step, the places lie off the grid, and each reader would
      round them in its own way. Write the array again on the grid or as single references."""),
  GDS_ABSOLUTE(
      5007,
      ExitStatus.UNSUPPORTED,
      "the reference to `%s` has an absolute %s",
      """
      An absolute magnification or angle is one that the cells around do not change. Hardly any
      program writes or heeds this, and heeding it would make the size of a cell depend on where it
      is used. Flatten the reference in the program that made it."""),
  GDS_STRICT(
      5008,
      ExitStatus.INPUT_ERROR,
      "the GDSII standard does not allow %s",
      """
      Most programs read this file all the same, and so does pnnc unless told to be strict. A mask
      shop's tools may not."""),
  GDS_IGNORED(
      5009,
      ExitStatus.OK,
      "passed over %s (%d times)",
      """
      The file holds things that are no geometry in pnnc's sense, or that are without effect: nodes,
      polygons without area, bytes behind the end, widths that magnification should not change.
      Everything else was read."""),
  GDS_CELL_TWICE(
      5010,
      ExitStatus.INPUT_ERROR,
      "there are two cells called `%s`",
      """
      References name the cell that they mean, so each name may come once. Rename one of the cells
      where the file was made."""),
  GDS_CELL_MISSING(
      5011,
      ExitStatus.INPUT_ERROR,
      "the cell `%s` is used but not in the file",
      """
      Some libraries leave cells to be found in other files. Merge those into this one first."""),
  GDS_CIRCLE(
      5012,
      ExitStatus.INPUT_ERROR,
      "cells contain each other in a circle: %s",
      """
      A cell that contains itself, directly or by way of others, would be drawn without end."""),

  OASIS_NOT_OASIS(
      5020,
      ExitStatus.INPUT_ERROR,
      "this is no OASIS file of version 1.0",
      """
      OASIS files begin with the line `%SEMI-OASIS` and a START record for version 1.0. Perhaps the
      file is GDSII, or was compressed as a whole: unpack it first."""),
  OASIS_TRUNCATED(
      5021,
      ExitStatus.INPUT_ERROR,
      "the data end in the middle of %s",
      """
      An OASIS file ends with an END record of exactly 256 bytes. This one, or a compressed block in
      it, ends before that: it was probably cut off while it was copied. Copy it again."""),
  OASIS_MALFORMED(
      5022,
      ExitStatus.INPUT_ERROR,
      "this is not valid OASIS: %s",
      """
      The file was damaged, or the program that wrote it did not keep to the format (SEMI P39).
      Write it again with another program, or with a checksum to see whether it changes on its
      way."""),
  OASIS_LIMIT(
      5023,
      ExitStatus.INPUT_ERROR,
      "%s is %s, more than the limit of %s",
      """
      Counts and lengths in a damaged or hostile file can ask for more memory or time than there is,
      so each has a limit. If the file is really that large, write it with smaller repetitions or
      polygons."""),
  OASIS_CHECKSUM(
      5024,
      ExitStatus.INPUT_ERROR,
      "the file says its checksum is %s, its bytes give %s",
      """
      At least one byte has changed since the file was written. Nothing in it can be trusted: get it
      again from where it came."""),
  OASIS_BEYOND_GRID(
      5025,
      ExitStatus.INPUT_ERROR,
      "%s does not fit into %s bits",
      """
      OASIS can hold numbers of any size, pnnc's geometry only coordinates and steps of 32 bits:
      4.29 m on a grid of 1 nm. Write the file with a coarser unit or closer to the origin."""),
  OASIS_NAME_MISSING(
      5026,
      ExitStatus.INPUT_ERROR,
      "nothing in the file says what %s number %s is",
      """
      Records may refer to names by numbers that a table explains. The table of this file lacks one:
      it was damaged, or its writer made a mistake. Write it again."""),
  OASIS_CELL_TWICE(
      5027,
      ExitStatus.INPUT_ERROR,
      "cell `%s` comes twice",
      """
      Each cell of an OASIS file has one definition. Which of the two is meant cannot be known:
      rename or remove one in the program that wrote the file."""),
  OASIS_CELL_MISSING(
      5028,
      ExitStatus.INPUT_ERROR,
      "cell `%s` is placed, but the file does not hold it",
      """
      What would be drawn there is unknown, so the layout is incomplete. Write the file with all the
      cells that it uses, or without that placement."""),

  // Layouts: pictures and files of any kind (5060 to 5069).
  PICTURE_CELL(
      5060,
      ExitStatus.INPUT_ERROR,
      "there is no cell `%s`; the topmost cells are %s",
      """
      `--cell` takes the name of a cell as the file has it; `pnnc inspect FILE` lists them."""),
  PICTURE_EMPTY(
      5061,
      ExitStatus.INPUT_ERROR,
      "nothing to draw here: %s",
      """
      The cell is empty, the window lies beside everything in it, or none of the layers that were asked
      for has a shape. Windows are in um, `--window left,bottom,right,top`."""),
  PICTURE_SVG_SHAPES(
      5062,
      ExitStatus.INPUT_ERROR,
      "an SVG picture of this has more than %d shapes",
      """
      Programs that show SVG keep every shape and become slow. Draw a PNG, which takes any number of
      shapes, or less of the layout: a window, a cell, fewer layers or levels of cells."""),
  LAYOUT_KIND(
      5063,
      ExitStatus.INPUT_ERROR,
      "this is no layout, neither GDSII nor OASIS: %s",
      """
      GDSII files begin with the bytes 00 06 00 02, OASIS files with `%SEMI-OASIS`; the name of a file
      does not count. Unpack files that were compressed as a whole."""),
  BUNDLE_LAYOUT(
      5064,
      ExitStatus.INPUT_ERROR,
      "the folder `layout` in %s has %s layouts, not one",
      """
      A picture is that of one layout. Name the file that is meant; networks that stay on the host have
      none."""),

  LAYOUT_UNIT(
      5070,
      ExitStatus.INPUT_ERROR,
      "the layout has database units of %s nm, the technology %s of %s nm",
      """
      Rules are whole numbers of database units, so that a layout is checked exactly or not at all.
      Write the layout with the technology's unit."""),
  LAYOUT_UNCHECKED(
      5071,
      ExitStatus.UNSUPPORTED,
      "the layout cannot be checked by the rules: %s",
      """
      What is drawn goes beyond coordinates of 32 bits. No die that can be made does so."""),
  SPICE_CARD(
      5072,
      ExitStatus.INPUT_ERROR,
      "the card cannot be taken: %s",
      """
      The words of a SPICE card are known one by one, but not together, or not behind the cards before
      it: a resistor of three nodes, an element that comes twice."""),
  RULE_NUMBER(
      5074,
      ExitStatus.INPUT_ERROR,
      "`%s` is %s; a rule takes %s",
      """
      Rules of layouts count in database units (`dbu` of the technology) and have coordinates of 32 bits,
      shares are parts of a whole, sides have ratios from 1 on. Mostly the unit of the number is another
      than was meant; otherwise choose a larger `dbu`."""),
  RULE_PLACES(
      5075,
      ExitStatus.UNSUPPORTED,
      "the cell `%s` has more than %d places of broken rules beside other shapes",
      """
      What breaks a rule in a cell that is placed many times counts by arithmetic, but beside shapes of
      other cells each place is looked at by itself. Mend the cells that it holds first: check one of
      them alone, and this one then."""),
  RULE_SHAPES(
      5076,
      ExitStatus.UNSUPPORTED,
      "the cell `%s` has more than %d shapes that rules have to see as one",
      """
      Cells that lie over each other or over shapes of the cell above are drawn together before they are
      checked, and so is a whole layer for rules of density, holes and arrays of cuts. Place fewer cells
      over each other, or check the parts of the layout one by one."""),
  RULE_WINDOWS(
      5077,
      ExitStatus.UNSUPPORTED,
      "the density of `%s` takes %d by %d windows at steps of %d database units; at most %d are looked at",
      """
      Windows of a rule of density cover all that the process draws. Give the rule a larger
      `window_step`, or look for a shape that lies far away from all others."""),

  // Nets and devices of layouts (5080 to 5089).
  EXTRACTION_ARRAY(
      5080,
      ExitStatus.INPUT_ERROR,
      "the cell `%s` places `%s` %d times in one array; at most %d are taken",
      """
      Elements of an array have numbers of 31 bits, and fewer where the array is not along the axes.
      Split the array, or put a block of elements into a cell and place that."""),
  EXTRACTION_NETS(
      5081,
      ExitStatus.INPUT_ERROR,
      "the cell `%s` has %d nets of placed cells to tell apart; at most %d are taken",
      """
      Each net of a cell that touches something outside counts once for each element that is placed.
      Put blocks of elements into cells of their own and place those."""),
  EXTRACTION_EFFORT(
      5082,
      ExitStatus.INPUT_ERROR,
      "in the cell `%s` one look at what touches takes more than %d visits of cells",
      """
      Cells that lie on each other, and have such cells in them in turn, meet in more ways than
      anyone can count. Look for cells that are placed twice at one place."""),
  EXTRACTION_SHAPES(
      5083,
      ExitStatus.INPUT_ERROR,
      "the cell `%s` draws or places %d things one by one; at most %d are taken",
      """
      Repeated shapes count as often as they are repeated, and so do those in cells that are turned
      by other than quarter turns, drawn flat, or part of a device of this cell. Put what is repeated
      into a cell and place an array of it."""),
  SPARE_BAD_LINE(
      5085,
      ExitStatus.INPUT_ERROR,
      "`spare.bad` names `%s`: %s",
      """
      It lists bit lines that a test of a chip found bad, each as the name of its tile, a colon, and
      the line: `"fc1.0.0.0:B3 fc1.0.0.0:B17"`. What they hold is moved to the spare lines of the same
      tile, of which `spare.columns` gives each tile some."""),

  // Units that are read back from layouts (5090 to 5099).
  UNIT_CELL_MISSING(
      5090,
      ExitStatus.INPUT_ERROR,
      "%s has no cell `%s`",
      """
      The design says that a unit is drawn as a cell of that name, and the layout has none. The two
      are from different runs, or the layout was edited."""),
  UNIT_DRAWING(
      5091,
      ExitStatus.NOT_EQUIVALENT,
      "in `%s` at %s, %s um: %s",
      """
      What is drawn there cannot be part of the unit that the cell is to be: a line that is cut, two
      lines that touch, a cell that conducts to nowhere. The place is in the coordinates of the
      unit's cell. Whatever the rest of the layout computes, it is not the network."""),
  UNIT_PORT_MISSING(
      5092,
      ExitStatus.NOT_EQUIVALENT,
      "the layout of `%s` has no port %s",
      """
      The design applies a signal to that port, or reads one from it, and no net of the unit's cell
      carries its label. The label was removed or its wire was."""),
  PROGRAM_MISSING(
      5093,
      ExitStatus.INPUT_ERROR,
      "there is no %s, which says what is written into the memories of `%s`",
      """
      Weights of this target are not in the layout: they are written into memories after the chip is
      made, and the file with their conductances belongs to the design."""),
  PROGRAM_MALFORMED(
      5094,
      ExitStatus.INPUT_ERROR,
      "%s:%s: %s",
      """
      A program has comments, the line `row,column,siemens`, then each memory of the unit once: the
      numbers of its word line and bit line, and a conductance within the range of the device."""),
  LAYOUT_LANGUAGE(
      5095,
      ExitStatus.UNSUPPORTED,
      "the target `%s` writes no layout in %s: the backend `%s` has one format",
      """
      `--layout` chooses between formats where a backend writes several. Leave it out, and convert the
      layout with `pnnc export` if another program needs it in that format."""),
  CELL_NOT_DRAWN(
      5096,
      ExitStatus.UNSUPPORTED,
      "the crossbar of `%s` cannot draw cells of kind `%s`: %s",
      """
      A crossbar draws via ROMs of strips in series, and memories with a transistor, on the layers
      that these need. Choose another `cell`, or a technology that has what it is made of."""),
  CROSSBAR_UNSUPPORTED(
      5097,
      ExitStatus.UNSUPPORTED,
      "crossbars are not drawn with `%s`: %s",
      """
      The schema lets a target ask for that, and this version does not do it. It is refused rather than
      passed over, as the chip would not be the one that was asked for."""),

  // Netlists, surfaces and volumes (5100 to 5149).
  SPICE_SYNTAX(
      5100,
      ExitStatus.INPUT_ERROR,
      "expected %s, found %s",
      """
      A line of a SPICE deck, with the lines that continue it, is not as its kind demands: an element
      has its name, its nodes, a value or a model, then `name=value` pairs. Long lines go on in lines
      that begin with `+`."""),
  SPICE_NUMBER(
      5101,
      ExitStatus.INPUT_ERROR,
      "`%s` is no finite number",
      """
      Numbers are decimal, with a suffix if need be: t, g, meg, k, m, u, n, p, f or mil, and letters
      of a unit behind it. `1M` is a thousandth: a million is `1meg`."""),
  SPICE_EXPRESSION(
      5102,
      ExitStatus.INPUT_ERROR,
      "cannot work out `%s`: %s",
      """
      Expressions are sums, differences, products and quotients of numbers and of parameters that are
      known where they stand, with parentheses. Functions and conditions are kept as text, but pnnc
      does not work them out: write the number."""),
  SPICE_INCLUDE(
      5103,
      ExitStatus.INPUT_ERROR,
      "`%s` would read another file",
      """
      A deck is read by itself; pnnc opens no file because a file says so. Put the text of the other
      file in its place."""),
  SPICE_UNSUPPORTED(
      5104,
      ExitStatus.UNSUPPORTED,
      "SPICE decks with %s are not read",
      """
      pnnc reads resistors, capacitors, inductors, diodes, MOSFETs, sources (also those controlled by a
      voltage, with a gain), subcircuits that hold no others, models, parameters, and lines that say
      what to analyse."""),
  SPICE_LIMIT(
      5105,
      ExitStatus.INPUT_ERROR,
      "%s goes beyond %s",
      """
      Lines with all their continuations may have 16 million characters, expressions 64 levels of
      parentheses. More than that is a damaged file."""),
  SPICE_TWICE(
      5106,
      ExitStatus.INPUT_ERROR,
      "subcircuit `%s` comes twice",
      """
      SPICE takes upper and lower case for the same, and which of the two subcircuits is meant cannot be
      known: rename or remove one."""),
  SPICE_OPEN(
      5107,
      ExitStatus.INPUT_ERROR,
      "the deck ends inside subcircuit `%s`",
      """
      Each `.subckt` needs its `.ends`. The file was cut off, or a line of it is missing."""),

  STL_LENGTH(
      5115,
      ExitStatus.INPUT_ERROR,
      "a binary STL file of %s facets has %s bytes, this one has %s",
      """
      A binary STL file has 80 bytes of any content, the number of facets, and 50 bytes for each; a text
      begins with `solid`. The file was cut off, or is something else."""),
  STL_SYNTAX(
      5116,
      ExitStatus.INPUT_ERROR,
      "expected %s, found %s",
      """
      STL as text is `solid`, then for each facet `facet normal` and three numbers, `outer loop`, three
      times `vertex` and three numbers, `endloop`, `endfacet`, and `endsolid` at the end."""),
  STL_VALUE(
      5117,
      ExitStatus.INPUT_ERROR,
      "a corner of facet %s is at %s",
      """
      Corners need finite coordinates. The file is damaged, or the program that wrote it divided by
      zero."""),

  // Wires between the parts of a die (5118 to 5122).
  BUS_OPEN(
      5118,
      ExitStatus.NOT_EQUIVALENT,
      "no wire leads from the port `%s` beside `%s` to a port of the die",
      """
      The converters of a tile are black boxes; nothing reaches them but by their buses, and one of the
      wires is cut, or the port of the die has lost its label. The tile computes what it is to, but the
      die cannot use it."""),
  BUS_JOINED(
      5119,
      ExitStatus.NOT_EQUIVALENT,
      "the port `%s` beside `%s` is joined to %s",
      """
      A wire to a black box has to end at the port of the die of the same name and nowhere else: two
      wires touch, or were exchanged."""),
  LINE_UNMET(
      5120,
      ExitStatus.NOT_EQUIVALENT,
      "the pin `%s` of the black boxes beside `%s` meets no line of it",
      """
      Lines of a tile end at the border of the boxes for its converters, where each box has a pin for
      each. The tile or the boxes were moved."""),

  VOLUME_KIND(
      5125,
      ExitStatus.INPUT_ERROR,
      "this is no volume: it begins with %s, as neither VTK image data nor NRRD does",
      """
      VTK image data is XML with `<VTKFile type="ImageData"`, an NRRD file begins with `NRRD0001` to
      `NRRD0005`; the name of a file does not count."""),
  VTI_XML(
      5126,
      ExitStatus.INPUT_ERROR,
      "expected %s, found %s",
      """
      The file is no well-formed XML at this place, or an element that VTK image data needs is missing:
      `VTKFile`, in it `ImageData`, `Piece`, `PointData` or `CellData`, `DataArray`."""),
  VTI_FORBIDDEN(
      5127,
      ExitStatus.INPUT_ERROR,
      "%s are not read",
      """
      Document types and entities can make a small file unfold into a huge one or name other files. No
      volume needs them: write the file without."""),
  VOLUME_UNSUPPORTED(
      5128,
      ExitStatus.UNSUPPORTED,
      "volumes with %s are not read",
      """
      pnnc reads one value a voxel on a grid of three axes at right angles: unsigned integers of 8, 16 and
      32 bits, signed ones of 16, floating-point numbers of 32 and 64, plain or compressed by zlib or
      gzip."""),
  VOLUME_LENGTH(
      5129,
      ExitStatus.INPUT_ERROR,
      "the values take %s bytes, the file has %s",
      """
      The number of voxels along the axes and the kind of values say how long the data are. The file was
      cut off, or its header is wrong."""),
  VOLUME_DATA(
      5130,
      ExitStatus.INPUT_ERROR,
      "the values are damaged: %s",
      """
      Text, base64 or compressed data that hold the values cannot be read at this place. Get the file
      again from where it came."""),
  VOLUME_FIELD(
      5131,
      ExitStatus.INPUT_ERROR,
      "`%s` has the value `%s`, not %s",
      """
      An attribute of the XML or a field of the NRRD header has a value that cannot be. Sizes are from 1
      to 2147483647, spacings finite and above zero, origins finite."""),
  NRRD_HEADER(
      5132,
      ExitStatus.INPUT_ERROR,
      "expected %s, found %s",
      """
      An NRRD header has one field a line, `name: value`, and ends with an empty line. `type`, `dimension`,
      `sizes` and `encoding` must be there, `endian` too if a value has several bytes."""),
  NRRD_DETACHED(
      5133,
      ExitStatus.INPUT_ERROR,
      "the values are in another file, `%s`",
      """
      A header of NRRD may name files that hold its values; pnnc opens no file because a file says so. Make
      one file of both: `unu save -f nrrd -i FILE.nhdr -o FILE.nrrd`."""),

  METRIC_UNKNOWN(
      6001,
      ExitStatus.INPUT_ERROR,
      "there is no metric `%s`",
      """
      Checks measure `top1_agreement`, `top5_agreement`, `accuracy`, `snr`, `nrmse` and `max_abs`."""),
  REQUIREMENT_FORM(
      6002,
      ExitStatus.INPUT_ERROR,
      "a requirement compares a metric with a bound, found %s",
      """
      `require top1_agreement >= 99 %` puts the metric first, then one of `>=`, `<=`, `>`, `<`, then a
      number with its unit."""),
  REQUIREMENT_MISFIT(
      6003,
      ExitStatus.INPUT_ERROR,
      "metric `%s` %s",
      """
      Agreement and accuracy are shares of all samples, so they hold for the whole network, and only they
      have a confidence. Signal-to-noise ratio and errors can be required of an output, `snr(output)`, or
      of `each layer`."""),
  CONFIDENCE_INVALID(
      6004,
      ExitStatus.INPUT_ERROR,
      "a confidence lies between 0 and 100 percent, found %s",
      """
      The confidence is that of a one-sided exact binomial bound. Certainty needs infinitely many samples."""),
  CHECK_FIELD_UNKNOWN(
      6005,
      ExitStatus.INPUT_ERROR,
      "a check has no field `%s`",
      """
      A check has the fields `reference`, `inputs`, `labels` and `seed`, and the lines `require`, `corner`
      and `faults`."""),
  CHECK_FIELD_MISSING(
      6006,
      ExitStatus.INPUT_ERROR,
      "check \"%s\" has no %s",
      """
      A check needs the data to run on, `inputs = npz("test.npz")["x"]`, and at least one requirement."""),
  CHECK_VALUE(
      6007,
      ExitStatus.INPUT_ERROR,
      "`%s` takes %s, found %s",
      """
      The field or count of a check has a value of another kind or size."""),
  CORNER_FIELD_UNKNOWN(
      6008,
      ExitStatus.INPUT_ERROR,
      "nothing called `%s` can vary in %s",
      """
      A corner sets parameters of the target, its devices and its technology, by their field names."""),
  CORNER_FIELD_AMBIGUOUS(
      6009,
      ExitStatus.INPUT_ERROR,
      "`%s` could be any of %s",
      """
      Several parts of the target have a parameter of that name, and nothing says which of them varies.
      Give one of them another name in a device of your own, or leave it out of the corner."""),
  OUTPUT_UNKNOWN(
      6010,
      ExitStatus.INPUT_ERROR,
      "`%s` has no output called `%s`",
      """
      Outputs are called as the network's signature says: `-> (logits: f32[N, 10], state: f32[N, 64])`. A
      single result without a name is `output`."""),
  MODEL_DIFFERS(
      6011,
      ExitStatus.INPUT_ERROR,
      "%s is not the model that %s was compiled from",
      """
      A bundle holds the digest of its model and of the files in which the model keeps weights, and
      those of this model are others. A verdict about another model would say nothing. Name the
      right file with `--model FILE`, or compile again."""),
  HOST_CHANGED(
      6012,
      ExitStatus.INPUT_ERROR,
      "%s is not as %s says: %s",
      """
      A file that says what runs beside the hardware was changed after pnnc wrote it. Unlike a
      layout it is nothing that anybody edits, and a host that does other things than the compiler
      left to it can hide any fault of the layout. Compile again."""),
  HOST_FOREIGN(
      6013,
      ExitStatus.INPUT_ERROR,
      "%s is not what is left of the model when its blocks are cut out",
      """
      `pnnc verify` cuts the model up again and compares. A host that computes more than its share
      can make up for a layout that computes nothing, so there is no verdict. The bundle comes from
      another version of pnnc, or from somebody who changed both the file and the design: compile
      again."""),
  TARGET_DIFFERS(
      6014,
      ExitStatus.INPUT_ERROR,
      "target `%s` is not as the bundle has it: `%s` is %s now, %s there",
      """
      What polygons mean depends on the technology, so a layout is judged by the target that it was
      drawn for. The file that describes the target, or the standard library, has changed since the
      bundle was compiled, or the bundle was changed. Compile again."""),
  BLOCKS_DIFFER(
      6015,
      ExitStatus.INPUT_ERROR,
      "the blocks of %s are %s, the model has %s",
      """
      `pnnc verify` cuts the model up again, as it was cut when the bundle was compiled. The design
      has other blocks, or blocks of other sizes: it was changed, or comes from another version of
      pnnc. Compile again."""),
  WEIGHT_DEVIATES(
      6016,
      ExitStatus.OK,
      "in `%s` the weight at %s and %s is %s",
      """
      What the unit computes between these ports, wires included and converters not, is further from
      the model's weight than rounding explains: further than half of the finest level that the
      technology has, and six times as far as is usual for the unit's weights of that size, though
      the unit's other weights show that it could be nearer. The verdict may be `equivalent` all the
      same, if no decision depends on the weight."""),
  LINE_DEVIATES(
      6017,
      ExitStatus.OK,
      "in `%s` %d of the %d weights at %s are not the model's",
      """
      At least half of the weights at a line of the unit deviate from the model's, each as PNN6016
      says: two lines may be exchanged, or a line is thin, bent or broken. The verdict may be
      `equivalent` all the same, if no decision depends on the line."""),
  DEVIATIONS_MORE(
      6018,
      ExitStatus.OK,
      "%d more weights and lines are not the model's",
      """
      The first are said one by one; `verify.faults` of the report lists them all, up to 1,000 of
      each layer."""),
  PORTS_FOREIGN(
      6019,
      ExitStatus.INPUT_ERROR,
      "the ports of `%s` in %s %s",
      """
      Ports say which number goes to which wire, and by which factor, and nothing else: a design
      whose ports sum up inputs, or add numbers of their own, computes beside the layout, and a
      verdict would not be about the layout. The design was changed, or comes from another version of
      pnnc. Compile again."""),
  CORNER_MISSING(
      6020,
      ExitStatus.USAGE,
      "the target `%s` has no corner `%s`: it names no technology with resistances of its own",
      """
      `--corner` reads a layout with other resistances of its technology, or at another temperature. A
      target without a written technology has only the nominal one: leave `--corner` out."""),
  CHIPS_MISSING(
      6021,
      ExitStatus.USAGE,
      "the bundle is for the target `host`, of which there are no chips and no corners",
      """
      `--chips` and `--corner` ask how hardware differs from chip to chip; a network that runs in ONNX
      Runtime as a whole is the same everywhere. Leave them out, or compile for other hardware."""),
  LIMIT_MISSED(
      6022,
      ExitStatus.LIMIT_MISSED,
      "the %s is %s, the limit of the target is %s",
      """
      A target says `limit energy <= 100 pJ` to have it kept. Energy, latency, power and loss along
      wires are measured on what was read from the layout, on samples of the data; power is at the
      rate behind `at`, else at the greatest there is. The bundle is written all the same, so that it
      can be looked at. Change the target where its budget goes, or the limit."""),
  LIMIT_NOT_MEASURED(
      6023,
      ExitStatus.OK,
      "the limit %s %s was not checked: that was not measured here",
      """
      Energy, latency, power and loss along wires are measured when the layout is read back, which
      `--no-verify` leaves out, and where all blocks have figures of their converters; `verify` counts
      no cells. Nothing says whether the limit is kept."""),
  OUTPUT_NOT_STACKED(
      6024,
      ExitStatus.INPUT_ERROR,
      "`%s` does not go into one array of all runs: %s",
      """
      `pnnc sim` writes one array for each output, the runs along its first dimension. That takes
      numbers of one type, and the same shape in each run. Give samples of one shape, or each kind in a
      run of its own."""),
  TAP_UNKNOWN(
      6025,
      ExitStatus.USAGE,
      "the bundle has no layer `%s` to tap; it has %s",
      """
      `--tap` takes the name of a block: a layer that became hardware. Layers on the host are not cut
      out, so that there is nothing to listen to."""),

  RUN_TOO_LONG(
      6101,
      ExitStatus.INCONCLUSIVE,
      "one run of %s takes longer than %s s, so there is no verdict",
      """
      A model is a program and may loop for ever, so a run on one sample may take only as long as
      `--run-limit SECONDS` says: 600 unless told otherwise. Nothing was written. Allow more time if
      the model is just slow; with `--no-verify` it is compiled without being run, unless a backend
      needs samples to calibrate."""),

  FILE_UNREADABLE(
      7001,
      ExitStatus.ENVIRONMENT,
      "cannot read %s: %s",
      """
      The file does not exist, is not a regular file, or the system does not let pnnc read it."""),
  FILE_UNWRITABLE(
      7002,
      ExitStatus.ENVIRONMENT,
      "cannot write %s: %s",
      """
      The output could not be written. What was there before is untouched: pnnc writes beside the
      target and moves the result into place at the end."""),
  RUNTIME_UNAVAILABLE(
      7003,
      ExitStatus.ENVIRONMENT,
      "ONNX Runtime is not available here: %s",
      """
      The native library of ONNX Runtime could not be loaded. It ships for Linux, macOS and Windows
      on x64 and arm64; its temporary files need a writable, executable temporary directory
      (`java.io.tmpdir`)."""),
  OUT_OF_MEMORY(
      7004,
      ExitStatus.ENVIRONMENT,
      "the %d MiB of memory that Java may use are not enough",
      """
      pnnc keeps weights in mapped files and streams its results, but this input needs more memory
      at once than Java was allowed. `PNNC_JAVA_OPTS=-Xmx8g pnnc …` allows 8 GiB."""),
  BUNDLE_MALFORMED(
      7005,
      ExitStatus.INPUT_ERROR,
      "%s is no readable design: %s",
      """
      The `design.json` of a bundle is damaged, was changed by hand, or comes from another version
      of pnnc: a field is missing, of the wrong kind, or does not fit the others. Compile the model
      again."""),
  BUNDLE_CHANGED(
      7006,
      ExitStatus.OK,
      "%s is not as %s says: %s",
      """
      A file of the bundle was changed, or added, after pnnc wrote it. The verdict is about the
      files as they are now: what would be made is what the layout says, not what the compiler
      meant. If nobody meant to change it, compile again."""),

  INTERNAL(
      9001,
      ExitStatus.INTERNAL,
      "internal error: %s",
      """
      A fault of pnnc, not of your input. The crash file that was written beside the output holds
      the version, the command and the stack trace, and no weights: please send it to the
      maintainers.""");

  /** Of a name or a text in a message, in characters. */
  private static final int LONGEST_VALUE = 2000;

  private final int number;
  private final ExitStatus exit;
  private final String template;
  private final String explanation;

  DiagnosticCode(int number, ExitStatus exit, String template, String explanation) {
    this.number = number;
    this.exit = exit;
    this.template = template;
    this.explanation = explanation;
  }

  /** The code with this identifier: {@code PNN3004}, {@code pnn3004} or {@code 3004}. */
  public static Optional<DiagnosticCode> byId(String id) {
    String digits = id.toUpperCase(Locale.ROOT).replaceFirst("^PNN", "");
    return Arrays.stream(values()).filter(c -> c.id().substring(3).equals(digits)).findFirst();
  }

  /** The stable identifier, {@code PNN3004}. */
  public String id() {
    return "PNN%04d".formatted(number);
  }

  /** How a run ends that meets this fault as an error. */
  public ExitStatus exit() {
    return exit;
  }

  /** The sentence with its gaps, {@code operator %s is not defined …}. */
  public String template() {
    return template;
  }

  /** What {@code pnnc explain} prints: a paragraph. */
  public String explanation() {
    return explanation;
  }

  /** An error of this kind; {@code values} fill the sentence. */
  public Diagnostic error(Object... values) {
    return diagnostic(Severity.ERROR, values);
  }

  /** A warning of this kind; {@code values} fill the sentence. */
  public Diagnostic warning(Object... values) {
    return diagnostic(Severity.WARNING, values);
  }

  /** A text as long as no message can use, cut short. */
  private static Object shown(Object value) {
    String text = value instanceof Number ? "" : String.valueOf(value);
    return text.length() <= LONGEST_VALUE ? value : text.substring(0, 60) + "…";
  }

  private Diagnostic diagnostic(Severity severity, Object... values) {
    String message = template.formatted(Arrays.stream(values).map(DiagnosticCode::shown).toArray());
    return new Diagnostic(this, severity, message, Optional.empty(), List.of(), List.of());
  }
}
