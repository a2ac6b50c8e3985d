package pnnc.frontend.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;

/** Whether a parse tree is whole. */
final class Soundness {
  private Soundness() {}

  /** Whether the parser read all of {@code tree} without stumbling. */
  static boolean isSound(ParseTree tree) {
    Deque<ParseTree> open = new ArrayDeque<>();
    open.push(tree);
    while (!open.isEmpty()) {
      ParseTree node = open.pop();
      boolean stumbled =
          node instanceof ErrorNode
              || (node instanceof ParserRuleContext rule
                  && (rule.exception != null || rule.getStop() == null));
      if (stumbled) {
        return false;
      }
      for (int i = 0; i < node.getChildCount(); i++) {
        open.push(node.getChild(i));
      }
    }
    return true;
  }
}
