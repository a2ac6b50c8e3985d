package pnnc.bench.layout;

import pnnc.layout.oasis.OasisOptions;

/** How the OASIS benchmarks write. */
public enum OasisForm {
  /** A record for each thing. */
  PLAIN(OasisOptions.PLAIN),
  /** Gathered, not compressed. */
  GATHERED(OasisOptions.DEFAULT.withBlocks(OasisOptions.Blocks.NONE)),
  /** As by default. */
  PACKED(OasisOptions.DEFAULT);

  private final OasisOptions options;

  OasisForm(OasisOptions options) {
    this.options = options;
  }

  OasisOptions options() {
    return options;
  }
}
