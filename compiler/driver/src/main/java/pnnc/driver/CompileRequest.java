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
 * @param regions parts of the network that the target realises as functions
 */
public record CompileRequest(
    Path model,
    String target,
    SortedMap<String, String> overrides,
    Path output,
    Optional<DataOptions> data,
    List<String> only,
    LayoutFormat layout,
    boolean verify,
    List<Region> regions) {
  /** The target when none is named: everything runs in ONNX Runtime. */
  public static final String HOST = "host";

  /**
   * A part of the normalised network, between values.
   *
   * @param name of the block
   * @param inputs names of values where it begins
   * @param outputs names of values where it ends
   */
  public record Region(String name, List<String> inputs, List<String> outputs) {
    public Region {
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
    }
  }

  public CompileRequest {
    regions = List.copyOf(regions);
    overrides = Collections.unmodifiableSortedMap(new TreeMap<>(overrides));
    only = List.copyOf(only);
  }

  /** A request without regions. */
  public CompileRequest(
      Path model,
      String target,
      SortedMap<String, String> overrides,
      Path output,
      Optional<DataOptions> data,
      List<String> only,
      LayoutFormat layout,
      boolean verify) {
    this(model, target, overrides, output, data, only, layout, verify, List.of());
  }

  /** This request with regions. */
  public CompileRequest with(List<Region> others) {
    return new CompileRequest(model, target, overrides, output, data, only, layout, verify, others);
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
