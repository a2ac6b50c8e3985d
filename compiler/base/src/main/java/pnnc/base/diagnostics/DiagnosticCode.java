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
      `where`. The examples in `pnnc help language` show every construct."""),
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

  // The language: names, types, shapes, units (2001 to 2999).

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

  TARGET_UNKNOWN(
      4001,
      ExitStatus.INPUT_ERROR,
      "there is no target called `%s`; known: %s",
      """
      The target names the hardware. `host` runs everything in ONNX Runtime and emits no layout;
      other targets come from the backends that are on the class path."""),

  // Targets, technologies, placement, checks as text (4010 to 4099, 6001 to 6099).

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

  private Diagnostic diagnostic(Severity severity, Object... values) {
    String message = template.formatted(values);
    return new Diagnostic(this, severity, message, Optional.empty(), List.of(), List.of());
  }
}
