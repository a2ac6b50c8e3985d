package pnnc.driver.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.diagnostics.Place;
import pnnc.driver.files.InputFile;
import pnnc.driver.files.IoFaults;
import pnnc.driver.files.ModelFolder;
import pnnc.driver.program.ProgramModel;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkParser;
import pnnc.onnx.read.OnnxReader;

/** A model on disk: ONNX, or the text form of the network. */
public final class ModelFile {
  /** The first word of a network's text form. */
  private static final byte[] TEXT = "pnnir ".getBytes(StandardCharsets.US_ASCII);

  private static final Map<String, String> OTHER_KINDS =
      new TreeMap<>(
          Map.of(
              "version https://git-lfs", "a Git LFS pointer; fetch the file with `git lfs pull`",
              "<!", "a web page",
              "<html", "a web page",
              "PK\u0003\u0004", "a zip archive; unpack it first"));

  /** A text this long is no network; weights are kept beside it. */
  private static final long LONGEST_TEXT = 1L << 30;

  /** A program, and behind a hash the network in it that is meant. */
  private static final Pattern PROGRAM =
      Pattern.compile("(.*\\.pnn)(?:#(.*))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Path path;
  private final ByteSource bytes;
  private final Optional<ProgramModel> program;

  /** Where weights may lie; absent until somebody asks for some. */
  private Optional<ModelFolder> folder = Optional.empty();

  private ModelFile(Path path, ByteSource bytes, Optional<ProgramModel> program) {
    this.path = path;
    this.bytes = bytes;
    this.program = program;
  }

  /**
   * The model in {@code path}; nothing is read yet.
   *
   * @throws DiagnosedException if there is no such file
   */
  public static ModelFile open(Path path) {
    Matcher program = PROGRAM.matcher(path.toString());
    return program.matches()
        ? open(
            Path.of(program.group(1)),
            Optional.of(
                new ProgramModel(Path.of(program.group(1)), Optional.ofNullable(program.group(2)))))
        : open(path, Optional.empty());
  }

  private static ModelFile open(Path path, Optional<ProgramModel> program) {
    return new ModelFile(path, InputFile.map(path), program);
  }

  public Path path() {
    return path;
  }

  /** Length of the file itself, without weights that it keeps elsewhere. */
  public long size() {
    return bytes.size();
  }

  /**
   * The digest of everything the model is read from: see {@link ModelDigest}. To be asked for after
   * {@link #read}, which finds out what files there are beside the model's own.
   */
  public String sha256() {
    return ModelDigest.of(
        bytes,
        program
            .map(ProgramModel::used)
            .or(() -> folder.map(ModelFolder::used))
            .orElse(new TreeMap<>()));
  }

  /** {@code onnx}, {@code pnnir} or {@code pnn}. */
  public String format() {
    return isProgram() ? "pnn" : isText() ? "pnnir" : "onnx";
  }

  /** Whether this is a program in the language. */
  public boolean isProgram() {
    return program.isPresent();
  }

  /**
   * The network in it.
   *
   * @param diagnostics takes warnings
   * @param sizes of dimensions that the user fixes; only programs make use of them here
   * @throws DiagnosedException with everything that is wrong with the file
   */
  public Network read(Diagnostics diagnostics, Map<String, Long> sizes) {
    if (isProgram()) {
      return program.get().read(diagnostics, sizes);
    }
    try {
      refuseOtherKinds();
      Network network = isText() ? parse() : OnnxReader.read(bytes, folder(), diagnostics);
      diagnostics.throwIfErrors();
      return network;
    } catch (IOException e) {
      throw InputFile.unreadable(path, IoFaults.reason(e));
    }
  }

  private ModelFolder folder() throws IOException {
    folder = Optional.of(ModelFolder.of(path));
    return folder.get();
  }

  private Network parse() throws IOException {
    if (bytes.size() > LONGEST_TEXT) {
      throw new DiagnosedException(
          DiagnosticCode.ONNX_LIMIT.error("the text of " + bytes.size() + " bytes", LONGEST_TEXT));
    }
    byte[] text = new byte[(int) bytes.size()];
    bytes.slice(0, text.length).get(text);
    return NetworkParser.parse(
        path.toString(), new String(text, StandardCharsets.UTF_8), folder()::open);
  }

  private boolean isText() {
    return startsWith(TEXT);
  }

  private boolean startsWith(byte[] start) {
    return bytes
        .slice(0, (int) Math.min(start.length, bytes.size()))
        .equals(ByteBuffer.wrap(start));
  }

  /** A name that promises text is believed; nobody means an ONNX model by it. */
  private void refuseOtherText() {
    boolean promised = path.toString().toLowerCase(Locale.ROOT).endsWith(".pnnir");
    if (promised && !isText()) {
      throw new DiagnosedException(
          DiagnosticCode.PNNIR_SYNTAX
              .error("`pnnir` and a version in the first line", "something else")
              .at(new Place.WholeFile(path.toString())));
    }
  }

  /** Files that people take for models. */
  private void refuseOtherKinds() {
    refuseOtherText();
    OTHER_KINDS.forEach(
        (start, kind) -> {
          if (startsWith(start.getBytes(StandardCharsets.US_ASCII))) {
            throw new DiagnosedException(
                DiagnosticCode.ONNX_MALFORMED
                    .error("it is " + kind)
                    .at(new Place.WholeFile(path.toString())));
          }
        });
  }
}
