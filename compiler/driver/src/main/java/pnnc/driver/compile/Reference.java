package pnnc.driver.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pnnc.driver.files.OnnxFiles;
import pnnc.driver.model.ModelFile;
import pnnc.ir.network.Network;
import pnnc.sim.runtime.OnnxSession;
import pnnc.sim.runtime.SessionSettings;

/**
 * The original as ONNX Runtime runs it: the user's own file if that is an ONNX model. A text is
 * written as an ONNX model for this purpose, before any pass has seen it, and deleted in the end.
 */
final class Reference implements AutoCloseable {
  private final String name;
  private final Path model;
  private final Optional<Path> folder;

  private Reference(String name, Path model, Optional<Path> folder) {
    this.name = name;
    this.model = model;
    this.folder = folder;
  }

  /**
   * For the model in {@code file}.
   *
   * @param network what {@code file} says
   */
  static Reference of(ModelFile file, Network network) throws IOException {
    if (file.format().equals("onnx")) {
      return new Reference(file.path().toString(), file.path(), Optional.empty());
    }
    Path folder = Files.createTempDirectory("pnnc-reference");
    Reference reference =
        new Reference(file.path().toString(), folder.resolve("model.onnx"), Optional.of(folder));
    try {
      OnnxFiles.write(network, reference.model);
      return reference;
    } catch (RuntimeException unwritable) {
      reference.close();
      throw unwritable;
    }
  }

  /** The original's name as the user wrote it. */
  String name() {
    return name;
  }

  OnnxSession open(SessionSettings settings) {
    return OnnxSession.open(model, settings);
  }

  @Override
  public void close() {
    folder.ifPresent(Reference::delete);
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> innerFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : innerFirst) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
