package pnnc.driver.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.diagnostics.Place;
import pnnc.ir.network.Network;
import pnnc.onnx.read.OnnxReader;
import pnnc.onnx.write.ExternalSink;
import pnnc.onnx.write.OnnxWriter;

/** ONNX models on disk. */
public final class OnnxFiles {
  private OnnxFiles() {}

  /**
   * The network in {@code file}, its weights still there and in the files beside it.
   *
   * @param diagnostics gets warnings, and the errors if there are any
   * @throws DiagnosedException if the file cannot be read or is no model that pnnc understands
   */
  public static Network read(Path file, Diagnostics diagnostics) {
    try {
      return OnnxReader.read(map(file), ModelFolder.of(file), diagnostics);
    } catch (IOException e) {
      throw unreadable(file, IoFaults.reason(e));
    }
  }

  private static MappedFile map(Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw unreadable(file, "not a regular file");
    }
    return MappedFile.open(file, file.toString());
  }

  private static DiagnosedException unreadable(Path file, String why) {
    return new DiagnosedException(
        DiagnosticCode.FILE_UNREADABLE.error(file, why).at(new Place.WholeFile(file.toString())));
  }

  /**
   * Writes {@code network} to {@code file}; a model above 2 GiB gets its weights in {@code
   * file.data} beside it. What was there stays until the new files are whole.
   *
   * @throws DiagnosedException if the files cannot be written
   */
  public static void write(Network network, Path file) {
    Path weights = file.resolveSibling(file.getFileName() + ".data");
    try {
      write(network, file, weights);
    } catch (IOException e) {
      throw new DiagnosedException(
          DiagnosticCode.FILE_UNWRITABLE
              .error(file, IoFaults.reason(e))
              .at(new Place.WholeFile(file.toString())));
    }
  }

  private static void write(Network network, Path file, Path weights) throws IOException {
    Path part = partOf(file);
    Path weightsPart = partOf(weights);
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
        OnnxWriter.write(network, out, new Beside(weights, weightsPart));
      }
      if (Files.exists(weightsPart)) {
        move(weightsPart, weights);
      }
      move(part, file);
    } finally {
      Files.deleteIfExists(part);
      Files.deleteIfExists(weightsPart);
    }
  }

  /** Another name in the same folder; processes that write the same file do not meet there. */
  private static Path partOf(Path file) {
    long process = ProcessHandle.current().pid();
    return file.resolveSibling(".%s.%d.part".formatted(file.getFileName(), process));
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private record Beside(Path weights, Path part) implements ExternalSink {
    @Override
    public String location() {
      return weights.getFileName().toString();
    }

    @Override
    public OutputStream open() throws IOException {
      return new BufferedOutputStream(Files.newOutputStream(part));
    }
  }
}
