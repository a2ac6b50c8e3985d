package pnnc.ir.block;

/** A part of a network that becomes a physical object. */
public sealed interface Block permits LinearBlock, FunctionBlock {
  /** Unique in its {@link Partition}; not empty. */
  String name();
}
