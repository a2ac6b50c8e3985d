package pnnc.driver.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.driver.data.ArrayTensors;
import pnnc.driver.files.IoFaults;
import pnnc.driver.files.MappedFile;
import pnnc.driver.files.OnnxFiles;
import pnnc.frontend.elaborate.WeightFiles;
import pnnc.frontend.elaborate.WeightSource;
import pnnc.frontend.program.Library;
import pnnc.frontend.source.SourceText;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Tensor;

/** The files of one program. Paths are relative to the file that names them. */
public final class ProgramFiles implements Library, WeightFiles {
  /** A program this long was not written by anybody. */
  private static final long LONGEST_TEXT = 64L << 20;

  private final Path main;
  private final Buffers buffers;
  private final Map<SourceText, Path> places = new HashMap<>();
  private final SortedMap<String, ByteSource> used = new TreeMap<>();

  /** The files of the program in {@code main}, as they are on disk. */
  public ProgramFiles(Path main) {
    this(main, Buffers.NONE);
  }

  /** The files of the program in {@code main}; those in {@code buffers} are not read from disk. */
  ProgramFiles(Path main, Buffers buffers) {
    this.main = main;
    this.buffers = buffers;
  }

  /**
   * The main file.
   *
   * @throws DiagnosedException if it cannot be read, or is no text
   */
  public SourceText main() {
    return text(main, main.toString());
  }

  /** The files read so far besides the main one, by their paths from its folder. */
  SortedMap<String, ByteSource> used() {
    return new TreeMap<>(used);
  }

  @Override
  public Optional<SourceText> standard(String path) {
    return StandardLibrary.file(path);
  }

  @Override
  public List<String> standardNames() {
    return StandardLibrary.names();
  }

  @Override
  public SourceText relative(SourceText from, String path) {
    Path file = resolve(from, path);
    SourceText text = text(file, file.toString());
    if (buffer(file).isEmpty()) {
      note(file);
    }
    return text;
  }

  private Optional<String> buffer(Path file) {
    return buffers.text(file.toAbsolutePath().normalize());
  }

  private SourceText text(Path file, String name) {
    Optional<String> open = buffer(file);
    if (open.isPresent()) {
      SourceText text = new SourceText(name, open.get());
      places.put(text, file);
      return text;
    }
    return stored(file, name);
  }

  private SourceText stored(Path file, String name) {
    try {
      if (!Files.isRegularFile(file)) {
        String why = Files.exists(file) ? "it is no regular file" : "it does not exist";
        throw unreadable(file, why);
      }
      if (Files.size(file) > LONGEST_TEXT) {
        throw unreadable(file, "it is longer than %d MiB".formatted(LONGEST_TEXT >> 20));
      }
      SourceText text = new SourceText(name, Files.readString(file, StandardCharsets.UTF_8));
      places.put(text, file);
      return text;
    } catch (java.nio.charset.CharacterCodingException e) {
      throw unreadable(file, "it is no text in UTF-8");
    } catch (IOException e) {
      throw unreadable(file, IoFaults.reason(e));
    }
  }

  private static DiagnosedException unreadable(Path file, String why) {
    return new DiagnosedException(DiagnosticCode.FILE_UNREADABLE.error(file, why));
  }

  /**
   * The file that {@code path} means in {@code from}.
   *
   * @throws DiagnosedException if it is no path
   */
  Path resolve(SourceText from, String path) {
    try {
      Path folder = places.getOrDefault(from, main).getParent();
      return folder == null ? Path.of(path) : folder.resolve(path).normalize();
    } catch (InvalidPathException e) {
      throw new DiagnosedException(
          DiagnosticCode.FILE_UNREADABLE.error(path, "it is no path on this system"));
    }
  }

  /** The main file's digest covers what it reads. */
  private ByteSource note(Path file) {
    try {
      ByteSource bytes = MappedFile.open(file, file.toString());
      Path folder = main.toAbsolutePath().normalize().getParent();
      String path = folder.relativize(file.toAbsolutePath().normalize()).toString();
      used.put(path.replace('\\', '/'), bytes);
      return bytes;
    } catch (IOException e) {
      throw unreadable(file, IoFaults.reason(e));
    }
  }

  @Override
  public WeightSource open(Kind kind, String path, SourceText from) {
    Path file = resolve(from, path);
    if (!Files.isRegularFile(file)) {
      throw unreadable(file, Files.exists(file) ? "it is no regular file" : "it does not exist");
    }
    ByteSource bytes = note(file);
    try {
      return new TensorFile(
          path,
          switch (kind) {
            case ONNX -> onnx(file);
            case NPZ -> ArrayTensors.npz(file);
            case NPY -> ArrayTensors.npy(file);
            case SAFETENSORS -> SafetensorsFile.read(path, bytes);
          });
    } catch (IOException e) {
      throw unreadable(file, IoFaults.reason(e));
    }
  }

  /** Initialisers, and what `Constant` operators hold. */
  private static SortedMap<String, Supplier<Tensor>> onnx(Path file) {
    Diagnostics diagnostics = new Diagnostics();
    Graph graph = OnnxFiles.read(file, diagnostics).graph();
    diagnostics.throwIfErrors();
    return ModelTensors.of(graph);
  }
}
