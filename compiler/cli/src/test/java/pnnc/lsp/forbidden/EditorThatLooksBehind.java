package pnnc.lsp.forbidden;

import pnnc.ir.network.ElementType;

/** What the editor's face must not do: know the network that programs become. */
public final class EditorThatLooksBehind {
  private EditorThatLooksBehind() {}

  static ElementType look(String word) {
    return ElementType.ofWord(word).orElseThrow();
  }
}
