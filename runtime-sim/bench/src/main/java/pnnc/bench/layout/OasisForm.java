package pnnc.bench.layout;

import pnnc.layout.oasis.OasisOptions;

/** How the OASIS benchmarks write. */
public enum OasisForm {
  /** A record for each thing. */
  PLAIN,
  /** Gathered, not compressed. */
  GATHERED,
  /** As by default. */
  PACKED;

  OasisOptions options() {
    return switch (this) {
      case PLAIN -> OasisOptions.PLAIN;
      case GATHERED -> OasisOptions.DEFAULT.withBlocks(OasisOptions.Blocks.NONE);
      case PACKED -> OasisOptions.DEFAULT;
    };
  }
}
