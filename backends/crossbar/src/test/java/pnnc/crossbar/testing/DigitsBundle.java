package pnnc.crossbar.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import pnnc.driver.CompileRequest;
import pnnc.driver.LayoutFormat;
import pnnc.driver.LocalDriver;
import pnnc.driver.Outcome;
import pnnc.driver.Reporter;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.VerifyRequest;
import pnnc.driver.data.DataOptions;

/** The bundle of the digits example, to be edited and judged. */
public final class DigitsBundle {
  private static final Path DIGITS = Path.of("..", "..", "examples", "digits");
  private static final Session SILENT = new Session(Settings.defaults(), Reporter.SILENT);

  private final Path folder;

  private DigitsBundle(Path folder) {
    this.folder = folder;
  }

  /** Compiles the example for {@code target} without a verdict. */
  public static DigitsBundle compile(String target, Path folder) {
    CompileRequest request =
        new CompileRequest(
            DIGITS.resolve("digits.onnx"),
            target,
            new TreeMap<>(),
            folder,
            Optional.of(DataOptions.of(DIGITS.resolve("digits.npz"))),
            List.of(),
            LayoutFormat.PREFERRED,
            false);
    new LocalDriver().compile(request, SILENT);
    return new DigitsBundle(folder);
  }

  /** A copy in {@code folder}. */
  public DigitsBundle copy(Path to) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.toList()) {
        Files.copy(file, to.resolve(folder.relativize(file).toString()));
      }
    }
    return new DigitsBundle(to);
  }

  /** A file of the bundle. */
  public Path file(String path) {
    return folder.resolve(path);
  }

  /** What {@code verify} says. */
  public Outcome verify() {
    VerifyRequest request = VerifyRequest.of(folder);
    return new LocalDriver()
        .verify(request.with(DataOptions.of(DIGITS.resolve("digits.npz"))), SILENT);
  }

  /** The places that {@code verify} names. */
  public List<JsonObject> faults() {
    JsonArray all = verify().summary().getAsJsonObject("verify").getAsJsonArray("faults");
    return all.asList().stream().map(f -> f.getAsJsonObject()).toList();
  }
}
