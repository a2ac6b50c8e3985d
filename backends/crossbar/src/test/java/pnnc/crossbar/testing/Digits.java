package pnnc.crossbar.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import pnnc.driver.CompileRequest;
import pnnc.driver.LayoutFormat;
import pnnc.driver.LocalDriver;
import pnnc.driver.Outcome;
import pnnc.driver.Reporter;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.VerifyRequest;
import pnnc.driver.data.DataOptions;

/** The network of the example digits, as a die. */
public final class Digits {
  private static final Path FOLDER = Path.of("..", "..", "examples", "digits");

  private Digits() {}

  /** Its images, with labels. */
  public static DataOptions data() {
    return DataOptions.of(FOLDER.resolve("digits.npz"));
  }

  /** How it is compiled to {@code bundle}. */
  public static CompileRequest request(
      String target, SortedMap<String, String> overrides, Path bundle, boolean isVerified) {
    return new CompileRequest(
        FOLDER.resolve("digits.onnx"),
        target,
        overrides,
        bundle,
        Optional.of(data()),
        List.of(),
        LayoutFormat.PREFERRED,
        isVerified);
  }

  /** Compiles and judges it; the bundle goes to {@code bundle}. */
  public static Outcome compile(
      String target, Map<String, String> overrides, LayoutFormat format, Path bundle) {
    CompileRequest request =
        new CompileRequest(
            FOLDER.resolve("digits.onnx"),
            target,
            new TreeMap<>(overrides),
            bundle,
            Optional.of(data()),
            List.of(),
            format,
            true);
    return new LocalDriver().compile(request, new Session(Settings.defaults(), Reporter.SILENT));
  }

  /** Judges the bundle in {@code bundle} anew. */
  public static Outcome verify(Path bundle) {
    VerifyRequest request =
        VerifyRequest.of(bundle).with(DataOptions.of(FOLDER.resolve("digits.npz")));
    return new LocalDriver().verify(request, new Session(Settings.defaults(), Reporter.SILENT));
  }
}
