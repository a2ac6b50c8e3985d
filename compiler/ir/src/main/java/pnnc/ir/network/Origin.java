package pnnc.ir.network;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import pnnc.base.bytes.Blob;

/**
 * Where a value came from in the user's material. Kept beside the graph, for messages and for
 * writing a model out as it was.
 *
 * @param name what the user's tool called the operator; may be empty
 * @param metadata what exporters attach, such as {@code pkg.torch.onnx.stack_trace}
 * @param unread fields of the ONNX message that pnnc gives no meaning, in their wire form
 */
public record Origin(String name, Map<String, String> metadata, Blob unread) {
  /** Nothing is known. */
  public static final Origin NONE = new Origin("", Map.of(), Blob.EMPTY);

  public Origin {
    SortedMap<String, String> sorted = new TreeMap<>(metadata);
    metadata = Collections.unmodifiableMap(sorted);
  }

  /** An operator's name alone. */
  public static Origin named(String name) {
    return new Origin(name, Map.of(), Blob.EMPTY);
  }

  /** The origin of an operator that a pass made out of this one. */
  public Origin derived() {
    return new Origin(name, metadata, Blob.EMPTY);
  }

  public boolean isNone() {
    return equals(NONE);
  }

  /**
   * The line of the user's Python program and the module around it, {@code Detector.head
   * (detector.py:118)}, or what of that is known; empty if nothing is.
   */
  public String pythonPlace() {
    return PythonOrigin.describe(metadata);
  }
}
