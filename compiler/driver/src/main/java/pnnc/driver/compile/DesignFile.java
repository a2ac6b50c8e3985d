package pnnc.driver.compile;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.driver.bundle.FileRecord;
import pnnc.ir.block.Block;
import pnnc.ir.block.BlockInterface;
import pnnc.ir.block.FunctionBlock;
import pnnc.ir.block.LinearBlock;
import pnnc.ir.block.LinearForm;
import pnnc.ir.block.LinearShape;
import pnnc.ir.block.UnitInterface;
import pnnc.ir.block.Window;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/**
 * {@code design.json}: what the bundle is made of. Names, ports, factors and sizes; never a weight.
 *
 * @param schema version of this layout of fields
 * @param pnnc version that wrote it
 * @param model file and digest of what was compiled
 * @param target what for
 * @param settings every choice of the target
 * @param given what else was asked for
 * @param seed of everything random in the run
 * @param blocks what was cut out
 * @param files every other file of the bundle but the report
 */
record DesignFile(
    int schema,
    String pnnc,
    Model model,
    String target,
    Map<String, String> settings,
    Given given,
    long seed,
    List<BlockEntry> blocks,
    List<FileRecord> files) {
  static final int SCHEMA = 5;

  /** The model that was compiled: the file as the user named it, the digest of all its files. */
  record Model(String file, String sha256) {}

  /**
   * A block.
   *
   * @param name as the host graph calls it
   * @param linear sizes, if it is a linear block
   * @param outputs its outputs in order, if it is a function block
   * @param ports how numbers reach its units and come back
   */
  record BlockEntry(
      String name, LinearEntry linear, List<OutputEntry> outputs, BlockInterface ports) {
    static BlockEntry of(Block block, List<UnitInterface> units) {
      if (block instanceof LinearBlock linear) {
        LinearShape shape = linear.shape();
        BlockInterface face = new BlockInterface(block.name(), shape.in(), shape.out(), units);
        return new BlockEntry(block.name(), LinearEntry.of(shape), null, face);
      }
      Graph body = ((FunctionBlock) block).body().graph();
      List<OutputEntry> outputs = entries(body, body.outputs());
      BlockInterface face =
          new BlockInterface(
              block.name(), numbers(entries(body, body.inputs())), numbers(outputs), units);
      return new BlockEntry(block.name(), null, outputs, face);
    }

    private static List<OutputEntry> entries(Graph body, List<Value> values) {
      return values.stream().map(v -> OutputEntry.of(body.type(v))).toList();
    }

    /** How many numbers there are for one sample. */
    private static int numbers(List<OutputEntry> values) {
      return Math.toIntExact(
          values.stream().mapToLong(v -> v.shape().elements().orElseThrow()).sum());
    }
  }

  /**
   * An output of a function block.
   *
   * @param type word of the element type, as in {@code .pnnir}
   * @param sizes for one sample
   */
  record OutputEntry(String type, List<Long> sizes) {
    /** For one sample: a size that is not known is the sample's own dimension. */
    static OutputEntry of(ValueType type) {
      ElementType element = type.element().orElse(ElementType.F32);
      List<Dim> dims = type.shape().orElse(Shape.SCALAR).dims();
      return new OutputEntry(
          element.toString(), dims.stream().map(d -> d.size().orElse(1)).toList());
    }

    ElementType element() {
      return ElementType.ofWord(type).orElseThrow();
    }

    Shape shape() {
      return Shape.of(sizes.stream().mapToLong(Long::longValue).toArray());
    }
  }

  /**
   * A {@link LinearShape} in JSON.
   *
   * @param kind {@code dense}, {@code convolution} or {@code transposed-convolution}
   * @param window null for a dense block
   */
  record LinearEntry(
      String kind, int groups, int inputChannels, int outputChannels, WindowEntry window) {
    static LinearEntry of(LinearShape shape) {
      LinearForm form = shape.form();
      if (form instanceof LinearForm.Convolution c) {
        return of("convolution", shape, WindowEntry.of(c.window(), List.of()));
      }
      if (form instanceof LinearForm.TransposedConvolution t) {
        WindowEntry window = WindowEntry.of(t.window(), t.outputPadding());
        return of("transposed-convolution", shape, window);
      }
      return of("dense", shape, null);
    }

    private static LinearEntry of(String kind, LinearShape shape, WindowEntry window) {
      return new LinearEntry(
          kind, shape.groups(), shape.inputChannels(), shape.outputChannels(), window);
    }

    /** Throws {@link IllegalArgumentException} if the entry describes no block. */
    LinearShape shape() {
      LinearForm form =
          switch (kind) {
            case "dense" -> new LinearForm.Dense();
            case "convolution" -> new LinearForm.Convolution(requireWindow().window());
            case "transposed-convolution" ->
                new LinearForm.TransposedConvolution(
                    requireWindow().window(), window.outputPadding(), Optional.empty());
            default -> throw new IllegalArgumentException("no such kind of block: " + kind);
          };
      return new LinearShape(form, groups, inputChannels, outputChannels);
    }

    private WindowEntry requireWindow() {
      if (window == null) {
        throw new IllegalArgumentException("a " + kind + " needs a window");
      }
      return window;
    }
  }

  /** A {@link Window} with fixed padding, in JSON. */
  record WindowEntry(
      List<Integer> kernel,
      List<Integer> strides,
      List<Integer> dilations,
      List<Integer> padBegin,
      List<Integer> padEnd,
      List<Integer> outputPadding) {
    static WindowEntry of(Window window, List<Integer> outputPadding) {
      Window.Padding.Explicit pads = (Window.Padding.Explicit) window.padding();
      return new WindowEntry(
          window.kernel(),
          window.strides(),
          window.dilations(),
          pads.begin(),
          pads.end(),
          outputPadding);
    }

    Window window() {
      return new Window(kernel, strides, dilations, new Window.Padding.Explicit(padBegin, padEnd));
    }
  }

  /**
   * Reads the design of the bundle in {@code folder}.
   *
   * @throws pnnc.base.diagnostics.DiagnosedException if there is none, or with the first field that
   *     is not as it should be
   */
  static DesignFile read(Path folder) {
    return DesignReader.read(folder);
  }
}
