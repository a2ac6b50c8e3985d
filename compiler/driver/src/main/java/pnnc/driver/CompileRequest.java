package pnnc.driver;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import pnnc.driver.data.DataOptions;

/**
 * The whole road from a model to a bundle.
 *
 * @param model `.pnn`, `.pnnir` or `.onnx`
 * @param target what to compile for: {@code host}, {@code crossbar}, {@code chip.pnn#name}
 * @param overrides values of fields of the target, by field
 * @param output the bundle's folder
 * @param data samples to calibrate and verify with
 * @param only patterns of the layers to make physical; none: all
 * @param layout format of the layout
 * @param verify whether the emitted bundle is checked against the model
 */
public record CompileRequest(
    Path model,
    String target,
    SortedMap<String, String> overrides,
    Path output,
    Optional<DataOptions> data,
    List<String> only,
    LayoutFormat layout,
    boolean verify) {
  /** The target when none is named: everything runs in ONNX Runtime. */
  public static final String HOST = "host";

  public CompileRequest {
    overrides = Collections.unmodifiableSortedMap(new TreeMap<>(overrides));
    only = List.copyOf(only);
  }

  /** A request with nothing special. */
  public static CompileRequest of(Path model, Path output) {
    return new CompileRequest(
        model,
        HOST,
        new TreeMap<>(Map.of()),
        output,
        Optional.empty(),
        List.of(),
        LayoutFormat.PREFERRED,
        true);
  }
}
