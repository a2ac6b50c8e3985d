package pnnc.driver.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;

/** Operators of ONNX Runtime's own domain, and of the standard's attention. */
final class ExtensionSketches {
  private ExtensionSketches() {}

  private static Map<String, Attribute> ints(Object... pairs) {
    Map<String, Attribute> attributes = Sketch.attributes();
    for (int i = 0; i < pairs.length; i += 2) {
      attributes.put((String) pairs[i], Attribute.of(((Number) pairs[i + 1]).longValue()));
    }
    return attributes;
  }

  /** Those with a linear product of constant weights inside, which must become a block. */
  static Map<String, Function<Sketch, Value>> linear() {
    Map<String, Function<Sketch, Value>> all = new LinkedHashMap<>();
    all.put(
        "Attention",
        s ->
            s.microsoft(
                "Attention", ints("num_heads", 2), s.input(1, 3, 4), w(s, 4, 12), w(s, 12)));
    all.put("FusedMatMul", ExtensionSketches::fusedMatMul);
    all.put("FusedGemm", ExtensionSketches::fusedGemm);
    all.put("FusedConv", ExtensionSketches::fusedConv);
    all.put("MatMulNBits", ExtensionSketches::matMulNBits);
    all.put(
        "MatMulIntegerToFloat",
        s ->
            s.microsoft(
                "MatMulIntegerToFloat",
                Map.of(),
                s.input(s.integers(ElementType.U8, 0, 255, 2, 4)),
                bytes(s, 4, 3),
                s.scalar(0.02),
                s.scalar(0.03),
                zero(s, 128),
                Value.ABSENT,
                w(s, 3)));
    all.put(
        "DynamicQuantizeMatMul",
        s ->
            s.microsoft(
                "DynamicQuantizeMatMul",
                Map.of(),
                s.input(2, 4),
                bytes(s, 4, 3),
                s.scalar(0.03),
                Value.ABSENT,
                w(s, 3)));
    all.put("QGemm", ExtensionSketches::qGemm);
    return all;
  }

  /** Those that pass through untouched. */
  static Map<String, Function<Sketch, Value>> other() {
    Map<String, Function<Sketch, Value>> all = new LinkedHashMap<>();
    all.put("Attention with past", ExtensionSketches::attentionWithPast);
    all.put(
        "MultiHeadAttention",
        s ->
            s.microsoft(
                "MultiHeadAttention",
                ints("num_heads", 2),
                s.input(1, 3, 4),
                s.input(1, 3, 4),
                s.input(1, 3, 4)));
    all.put("GroupQueryAttention", ExtensionSketches::groupQuery);
    all.put("QAttention", ExtensionSketches::qAttention);
    all.put("BiasGelu", s -> s.microsoft("BiasGelu", Map.of(), s.input(2, 4), w(s, 4)));
    all.put("FastGelu", s -> s.microsoft("FastGelu", Map.of(), s.input(2, 4), w(s, 4)));
    all.put("QuickGelu", s -> s.microsoft("QuickGelu", Map.of(), s.input(2, 4)));
    all.put("Gelu", s -> s.microsoft("Gelu", Map.of(), s.input(2, 4)));
    all.put(
        "SkipLayerNormalization",
        s ->
            s.microsoft(
                "SkipLayerNormalization",
                Map.of("epsilon", Attribute.of(1e-5f)),
                s.input(1, 2, 4),
                s.input(1, 2, 4),
                w(s, 4),
                w(s, 4)));
    all.put(
        "SkipSimplifiedLayerNormalization",
        s ->
            s.microsoft(
                "SkipSimplifiedLayerNormalization",
                Map.of("epsilon", Attribute.of(1e-5f)),
                s.input(1, 2, 4),
                s.input(1, 2, 4),
                w(s, 4)));
    all.put("EmbedLayerNormalization", ExtensionSketches::embed);
    all.put("QLinearAdd", s -> q(s, "QLinearAdd", true));
    all.put("QLinearMul", s -> q(s, "QLinearMul", true));
    all.put("QLinearSigmoid", s -> q(s, "QLinearSigmoid", false));
    all.put("QLinearLeakyRelu", s -> q(s, "QLinearLeakyRelu", false));
    all.put(
        "RotaryEmbedding",
        s ->
            s.microsoft(
                "RotaryEmbedding",
                Map.of(),
                s.input(1, 2, 3, 4),
                s.constant(Tensor.ofLongs(Shape.of(1), 0)),
                w(s, 8, 2),
                w(s, 8, 2)));
    all.put(
        "NhwcMaxPool",
        s ->
            s.microsoft(
                "NhwcMaxPool",
                Map.of("kernel_shape", Attribute.ofInts(2, 2)),
                s.input(s.integers(ElementType.U8, 0, 255, 1, 4, 4, 2))));
    all.put(
        "Inverse",
        s ->
            s.microsoft(
                "Inverse",
                Map.of(),
                s.op(
                    "Add",
                    s.input(2, 2),
                    s.constant(Tensor.ofFloats(Shape.of(2, 2), 5, 0, 0, 5)))));
    all.put(
        "ExpandDims",
        s ->
            s.microsoft(
                "ExpandDims",
                Map.of(),
                s.input(2, 3),
                s.constant(s.integers(ElementType.I32, 0, 1))));
    all.put("Trilu", s -> s.microsoft("Trilu", Map.of(), s.input(3, 3)));
    all.put(
        "TransposeMatMul",
        s -> s.microsoft("TransposeMatMul", ints("transA", 1), s.input(3, 2), s.input(3, 2)));
    return all;
  }

  private static Value w(Sketch s, long... sizes) {
    return s.constant(s.floats(sizes));
  }

  private static Value bytes(Sketch s, long... sizes) {
    return s.constant(s.integers(s.any(ElementType.I8, ElementType.I8), -100, 100, sizes));
  }

  private static Value zero(Sketch s, int value) {
    return s.constant(s.integers(ElementType.U8, value, value));
  }

  private static Value indices(Sketch s, long... sizes) {
    return s.input(s.integers(ElementType.I32, 0, 3, sizes));
  }

  private static Value fusedMatMul(Sketch s) {
    boolean a = s.chance();
    boolean b = s.chance();
    Map<String, Attribute> attributes = ints("transA", a ? 1 : 0, "transB", b ? 1 : 0);
    attributes.put("alpha", Attribute.of(s.any(1f, 0.5f, -2f)));
    Value x = a ? s.input(2, 4, 3) : s.input(2, 3, 4);
    return s.microsoft("FusedMatMul", attributes, x, b ? w(s, 5, 4) : w(s, 4, 5));
  }

  private static Value fusedGemm(Sketch s) {
    Map<String, Attribute> attributes = ints("transB", 1);
    attributes.put("activation", Attribute.of(s.any("Relu", "Tanh", "Sigmoid", "LeakyRelu")));
    attributes.put("activation_alpha", Attribute.of(0.1f));
    return s.microsoft("FusedGemm", attributes, s.input(2, 4), w(s, 3, 4), w(s, 3));
  }

  private static Value fusedConv(Sketch s) {
    Map<String, Attribute> attributes = Sketch.attributes();
    attributes.put("activation", Attribute.of(s.any("Relu", "Tanh", "Sigmoid")));
    attributes.put("pads", Attribute.ofInts(1, 1, 1, 1));
    return s.microsoft("FusedConv", attributes, s.input(1, 2, 5, 5), w(s, 3, 2, 3, 3), w(s, 3));
  }

  private static Value matMulNBits(Sketch s) {
    int bits = s.any(4, 8);
    int k = s.any(16, 24, 40);
    int blocks = (k + 15) / 16;
    Value levels = s.constant(s.integers(ElementType.U8, 0, 255, 3, blocks, 16L * bits / 8));
    Value scales = s.constant(s.floats(3L * blocks));
    return s.microsoft(
        "MatMulNBits",
        ints("K", k, "N", 3, "bits", bits, "block_size", 16),
        s.input(2, k),
        levels,
        scales);
  }

  private static Value qGemm(Sketch s) {
    return s.microsoft(
        "QGemm",
        ints("transB", 1),
        s.input(s.integers(ElementType.U8, 0, 255, 2, 4)),
        s.scalar(0.02),
        zero(s, 128),
        bytes(s, 3, 4),
        s.scalar(0.03),
        s.constant(s.integers(ElementType.I8, 0, 0)),
        s.constant(s.integers(ElementType.I32, -500, 500, 3)));
  }

  private static Value attentionWithPast(Sketch s) {
    List<Value> results =
        s.ops(
            new OpType(Sketch.MICROSOFT, "Attention"),
            2,
            ints("num_heads", 2, "unidirectional", 1),
            s.input(1, 3, 4),
            w(s, 4, 12),
            w(s, 12),
            Value.ABSENT,
            s.input(2, 1, 2, 5, 2));
    s.output(results.get(1));
    return results.get(0);
  }

  private static Value groupQuery(Sketch s) {
    List<Value> results =
        s.ops(
            new OpType(Sketch.MICROSOFT, "GroupQueryAttention"),
            3,
            ints("num_heads", 2, "kv_num_heads", 1),
            s.input(1, 3, 32),
            s.input(1, 3, 16),
            s.input(1, 3, 16),
            s.input(1, 1, 3, 16),
            s.input(1, 1, 3, 16),
            s.constant(s.integers(ElementType.I32, 2, 2, 1)),
            s.constant(s.integers(ElementType.I32, 3, 3)));
    return results.get(0);
  }

  private static Value embed(Sketch s) {
    OpType embed = new OpType(Sketch.MICROSOFT, "EmbedLayerNormalization");
    return s.ops(
            embed,
            2,
            Map.of(),
            indices(s, 1, 3),
            indices(s, 1, 3),
            w(s, 4, 4),
            w(s, 4, 4),
            w(s, 4, 4),
            w(s, 4),
            w(s, 4))
        .get(0);
  }

  private static Value qAttention(Sketch s) {
    return s.microsoft(
        "QAttention",
        ints("num_heads", 2),
        s.input(s.integers(ElementType.U8, 0, 255, 1, 3, 4)),
        s.constant(s.integers(ElementType.I8, -100, 100, 4, 12)),
        w(s, 12),
        s.scalar(0.02),
        s.scalar(0.01),
        Value.ABSENT,
        zero(s, 128));
  }

  private static Value q(Sketch s, String op, boolean two) {
    Value x = s.input(s.integers(ElementType.U8, 0, 255, 2, 4));
    Value y = s.input(s.integers(ElementType.U8, 0, 255, 2, 4));
    return two
        ? s.microsoft(
            op,
            Map.of(),
            x,
            s.scalar(0.02),
            zero(s, 128),
            y,
            s.scalar(0.03),
            zero(s, 120),
            s.scalar(0.05),
            zero(s, 128))
        : s.microsoft(op, Map.of(), x, s.scalar(0.02), zero(s, 128), s.scalar(0.01), zero(s, 100));
  }

  /** The standard's own attention, with past keys and values and grouped heads. */
  static Value attention(Sketch s) {
    int heads = s.any(2, 4);
    boolean past = s.chance();
    Value q = s.op("MatMul", s.input(1, 3, 8), w(s, 8, 4L * heads));
    Value k = s.op("MatMul", s.input(1, 3, 8), w(s, 8, 8));
    Value v = s.op("MatMul", s.input(1, 3, 8), w(s, 8, 8));
    Map<String, Attribute> attributes =
        ints("q_num_heads", heads, "kv_num_heads", 2, "is_causal", past ? 0 : 1);
    List<Value> results =
        past
            ? s.ops(
                OpType.of("Attention"),
                3,
                attributes,
                q,
                k,
                v,
                Value.ABSENT,
                s.input(1, 2, 5, 4),
                s.input(1, 2, 5, 4))
            : s.ops(OpType.of("Attention"), 1, attributes, q, k, v);
    results.subList(1, results.size()).forEach(s::output);
    return results.get(0);
  }
}
