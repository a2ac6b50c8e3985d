package pnnc.passes.upgrade;

import pnnc.ir.network.Node;

/** What one change of the standard makes of one operator. */
@FunctionalInterface
interface Rule {
  /**
   * {@code node} as the version after the change spells it; other operations go to {@code site}.
   *
   * @throws CannotUpgrade if that version has no words for it
   */
  Node apply(Node node, Site site);
}
