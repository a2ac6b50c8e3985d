package pnnc.onnx.forbidden;

import pnnc.passes.pipeline.PassContext;

/** What the reader must not do: use a pass. */
public interface OnnxThatRewrites {
  /** Rewrites. */
  void rewrite(PassContext context);
}
