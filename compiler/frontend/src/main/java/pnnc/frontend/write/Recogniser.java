package pnnc.frontend.write;

import pnnc.ir.network.Node;

/** Sees layers of the standard library in operators. */
interface Recogniser {
  /**
   * Replaces {@code node}, the last operator of a layer, by a call that means the same.
   *
   * @return whether it did
   */
  boolean apply(Node node, Site site);
}
