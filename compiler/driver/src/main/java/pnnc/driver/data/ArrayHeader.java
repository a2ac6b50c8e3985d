package pnnc.driver.data;

import java.nio.ByteOrder;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;

/**
 * What a file says about an array before its elements begin.
 *
 * @param type whole bytes per element
 * @param order of the bytes of one element
 * @param shape all sizes known; the array's bytes can be counted in a {@code long}
 * @param columnMajor whether the first index runs fastest (Fortran order)
 */
record ArrayHeader(ElementType type, ByteOrder order, Shape shape, boolean columnMajor) {
  ArrayHeader {
    if (type.bits() < 8 || type.bytes(shape.elements().orElse(Long.MAX_VALUE)).isEmpty()) {
      throw new IllegalArgumentException("no array: " + type + shape);
    }
  }

  int elementBytes() {
    return type.bits() / 8;
  }

  /** Bytes of all elements. */
  long bytes() {
    return type.bytes(shape.elements().getAsLong()).getAsLong();
  }

  /** Whether the order of the indices makes a difference. */
  boolean isScattered() {
    return columnMajor && shape.dims().stream().filter(d -> !d.is(1)).count() > 1;
  }
}
