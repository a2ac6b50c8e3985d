package pnnc.onnx.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import pnnc.base.bytes.ByteSource;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.onnx.tensor.TensorEncoder;
import pnnc.onnx.wire.WireMessage;

/**
 * Decides which initializers go to a file of their own and where in it: one after the other, each
 * from the start of a page so that it can be mapped.
 */
final class ExternalLayout {
  private static final int PAGE = 4096;

  private final String location;
  private final long threshold;
  private final List<Region> regions = new ArrayList<>();
  private long end;

  private record Region(long offset, ByteSource bytes) {}

  /** Initializers of at least {@code threshold} bytes go to {@code location}. */
  ExternalLayout(String location, long threshold) {
    this.location = location;
    this.threshold = threshold;
  }

  /** Everything stays in the model. */
  static ExternalLayout inline() {
    return new ExternalLayout("", Long.MAX_VALUE);
  }

  /** The message of an initializer, its data inside or assigned a place outside. */
  WireMessage initializer(String name, Tensor tensor) {
    if (tensor.type() == ElementType.STRING || TensorEncoder.bytes(tensor).size() < threshold) {
      return TensorEncoder.encode(name, tensor);
    }
    long offset = (end + PAGE - 1) / PAGE * PAGE;
    Region region = new Region(offset, TensorEncoder.bytes(tensor));
    regions.add(region);
    end = offset + region.bytes().size();
    return TensorEncoder.encodeExternal(name, tensor, location, offset);
  }

  /** Writes the data that were assigned a place. */
  void writeTo(OutputStream out) throws IOException {
    long at = 0;
    for (Region region : regions) {
      out.write(new byte[(int) (region.offset() - at)]);
      WireMessage.copy(region.bytes(), out);
      at = region.offset() + region.bytes().size();
    }
  }
}
