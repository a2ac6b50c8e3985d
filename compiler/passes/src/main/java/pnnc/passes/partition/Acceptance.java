package pnnc.passes.partition;

import java.util.Optional;
import pnnc.ir.block.Block;

/** What targets say to blocks. The driver asks the backends; passes know none. */
public interface Acceptance {
  /** Every target takes every block. */
  Acceptance ALL = (block, target) -> Optional.empty();

  /** Why {@code target} cannot realise {@code block}; empty if it can. */
  Optional<String> refusal(Block block, String target);
}
