package pnnc.onnx.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import pnnc.base.bytes.Blob;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.onnx.wire.FieldHandler;
import pnnc.onnx.wire.Fields;
import pnnc.onnx.wire.Unread;
import pnnc.onnx.wire.WireReader;

/** A {@code TensorShapeProto} as it stands in the file. */
final class ShapeMessage implements FieldHandler {
  private final List<DimMessage> dims = new ArrayList<>(4);
  private final Unread unread = new Unread();

  @Override
  public void field(WireReader in) {
    switch (in.field()) {
      case Fields.TensorShape.DIM -> dims.add(in.message(new DimMessage()));
      default -> unread.keep(in);
    }
  }

  /** The shape; a dimension that cannot be goes to {@code faults} and counts as unknown. */
  Shape shape(Consumer<String> faults) {
    return new Shape(dims.stream().map(d -> d.dim(faults)).toList());
  }

  Blob unread() {
    return unread.toBlob();
  }

  /** A number, a name, or nothing: the one that comes last counts. */
  private static final class DimMessage implements FieldHandler {
    private static final long UNKNOWN = -1;

    private long value = UNKNOWN;
    private String name = "";

    @Override
    public void field(WireReader in) {
      switch (in.field()) {
        case Fields.Dimension.DIM_VALUE -> {
          value = in.varint();
          name = "";
        }
        case Fields.Dimension.DIM_PARAM -> name = in.text();
        default -> in.value();
      }
    }

    private Dim dim(Consumer<String> faults) {
      if (!name.isEmpty()) {
        return Dim.of(name);
      }
      if (value < UNKNOWN) {
        faults.accept("negative dimension %d".formatted(value));
      }
      return value < 0 ? Dim.unknown() : Dim.of(value);
    }
  }
}
