package pnnc.onnx.wire;

/**
 * A message being read. Fields come in the order of the file, which is any order; a field that
 * holds one message may come several times and is then the merger of them all.
 */
public interface FieldHandler {
  /** Reads the field that {@code in} stands at, or gives it to an {@link Unread}. */
  void field(WireReader in);
}
