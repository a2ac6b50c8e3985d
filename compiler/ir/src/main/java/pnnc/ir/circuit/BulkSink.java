package pnnc.ir.circuit;

import pnnc.base.bytes.ByteSource;

/** Takes the data that a text only names. */
@FunctionalInterface
public interface BulkSink {
  /** Takes nothing: all data stand in the text. */
  BulkSink NONE = (name, data) -> false;

  /**
   * Keeps {@code data} under {@code name}, or returns false to have them in the text.
   *
   * @param name unique in the netlist: the element's name, a dot, the attribute's key
   */
  boolean take(String name, ByteSource data);
}
