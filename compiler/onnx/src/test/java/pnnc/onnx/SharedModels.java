package pnnc.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import pnnc.base.bytes.ByteSource;

/** The models and test cases that lie beside the repository; tests skip where they do not. */
final class SharedModels {
  private SharedModels() {}

  /** Every file called {@code *suffix}, sorted. */
  static List<Path> files(String suffix) {
    Path shared = Path.of(System.getProperty("pnnc.shared", "../../../shared"));
    Assumptions.assumeTrue(Files.isDirectory(shared), "no shared models beside the repository");
    return Stream.of("models", "conformance")
        .map(shared::resolve)
        .filter(Files::isDirectory)
        .flatMap(folder -> walk(folder, suffix))
        .sorted()
        .toList();
  }

  private static Stream<Path> walk(Path folder, String suffix) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(p -> p.toString().endsWith(suffix)).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ByteSource bytes(Path file) {
    try {
      return ByteSource.of(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
