package pnnc.ir.network;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one element of a tensor is. Codes and widths are those of ONNX {@code TensorProto.DataType}
 * (onnx.proto, IR version 13).
 */
public enum ElementType {
  F32("f32", 1, 32),
  U8("u8", 2, 8),
  I8("i8", 3, 8),
  U16("u16", 4, 16),
  I16("i16", 5, 16),
  I32("i32", 6, 32),
  I64("i64", 7, 64),
  STRING("string", 8, 0),
  BOOL("bool", 9, 8),
  F16("f16", 10, 16),
  F64("f64", 11, 64),
  U32("u32", 12, 32),
  U64("u64", 13, 64),
  C64("c64", 14, 64),
  C128("c128", 15, 128),
  BF16("bf16", 16, 16),
  F8E4M3FN("f8e4m3fn", 17, 8),
  F8E4M3FNUZ("f8e4m3fnuz", 18, 8),
  F8E5M2("f8e5m2", 19, 8),
  F8E5M2FNUZ("f8e5m2fnuz", 20, 8),
  U4("u4", 21, 4),
  I4("i4", 22, 4),
  F4E2M1("f4e2m1", 23, 4),
  F8E8M0("f8e8m0", 24, 8),
  U2("u2", 25, 2),
  I2("i2", 26, 2);

  private final String word;
  private final int onnxCode;
  private final int bits;

  ElementType(String word, int onnxCode, int bits) {
    this.word = word;
    this.onnxCode = onnxCode;
    this.bits = bits;
  }

  /** The type with this ONNX code. */
  public static Optional<ElementType> ofOnnx(int code) {
    return Arrays.stream(values()).filter(t -> t.onnxCode == code).findFirst();
  }

  /** The type written {@code word} in programs. */
  public static Optional<ElementType> ofWord(String word) {
    return Arrays.stream(values()).filter(t -> t.word.equals(word)).findFirst();
  }

  public int onnxCode() {
    return onnxCode;
  }

  /** Width of one element; 0 for strings, which have none. */
  public int bits() {
    return bits;
  }

  public boolean isFloat() {
    return switch (this) {
      case F64, F32, F16, BF16, F8E4M3FN, F8E4M3FNUZ, F8E5M2, F8E5M2FNUZ, F4E2M1, F8E8M0 -> true;
      default -> false;
    };
  }

  public boolean isInteger() {
    return switch (this) {
      case I2, U2, I4, U4, I8, U8, I16, U16, I32, U32, I64, U64 -> true;
      default -> false;
    };
  }

  /**
   * Bytes that {@code elements} take, sub-byte types packed, the last byte filled up. Empty for
   * strings and when it overflows.
   */
  public OptionalLong bytes(long elements) {
    if (this == STRING || elements > Long.MAX_VALUE / 128) {
      return OptionalLong.empty();
    }
    return OptionalLong.of((elements * bits + 7) / 8);
  }

  /** The word for it in programs: {@code f32}. */
  @Override
  public String toString() {
    return word;
  }
}
