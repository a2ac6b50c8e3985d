package pnnc.passes.shape.rules;

import static pnnc.passes.shape.TypeRule.SAME;
import static pnnc.passes.shape.TypeRule.always;
import static pnnc.passes.shape.TypeRule.attribute;

import pnnc.ir.network.ElementType;
import pnnc.passes.shape.Dims;
import pnnc.passes.shape.DimsRule;
import pnnc.passes.shape.Extent;
import pnnc.passes.shape.Op;
import pnnc.passes.shape.TypeRule;

/** Normalisations: the first output is shaped like the input, others hold statistics. */
final class Normalizations {
  private static final TypeRule STATISTICS =
      attribute("stash_type", always(ElementType.F32)).after(SAME);

  private Normalizations() {}

  static void addTo(RuleTable table) {
    DimsRule scale = DimsRule.like(1);
    table.add("BatchNormalization", TypeRule.like(1).after(SAME), scale.after(DimsRule.SAME));
    table.add("GroupNormalization InstanceNormalization RMSNormalization", SAME, DimsRule.SAME);
    table.add("LayerNormalization SimplifiedLayerNormalization", STATISTICS, Normalizations::layer);
    table.addMicrosoft(
        "SkipLayerNormalization SkipSimplifiedLayerNormalization",
        (op, output) -> (isStatistic(output) ? always(ElementType.F32) : SAME).of(op, output),
        Normalizations::skip);
    table.addMicrosoft(
        "EmbedLayerNormalization",
        (op, output) -> output == 1 ? always(ElementType.I32).of(op, 1) : op.element(2),
        Normalizations::embed);
  }

  private static Dims layer(Op op, int output) {
    Dims x = op.dims(0);
    return output == 0 ? x : statistics(x, x.axis(op.node().integer("axis", -1)));
  }

  private static Dims statistics(Dims x, int axis) {
    Dims result = x;
    for (int i = axis; i < x.rank(); i++) {
      result = result.with(i, Extent.ONE);
    }
    return result;
  }

  /** Outputs: normalised, mean, inverse deviation, the sum that was normalised. */
  private static Dims skip(Op op, int output) {
    Dims x = op.dims(0);
    return isStatistic(output) ? x.with(-1, Extent.ONE) : x;
  }

  private static boolean isStatistic(int output) {
    return output == 1 || output == 2;
  }

  /** Outputs: normalised embedding, lengths of the masked rows, the embedding itself. */
  private static Dims embed(Op op, int output) {
    Dims ids = op.dims(0);
    return output == 1 ? ids.to(1) : ids.and(op.dims(2).at(1));
  }
}
