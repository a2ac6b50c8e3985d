package pnnc.ir.circuit;

import java.util.Optional;
import pnnc.base.bytes.ByteSource;

/** Finds the data that a text only names. */
@FunctionalInterface
public interface BulkStore {
  /** Has nothing: all data stand in the text. */
  BulkStore NONE = name -> Optional.empty();

  /** What {@link BulkSink#take} was given under {@code name}. */
  Optional<ByteSource> find(String name);
}
