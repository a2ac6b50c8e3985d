package pnnc.driver.data;

/** What is known of deflated data without inflating them. */
final class Deflate {
  /** A deflated bit stands for at most 258 bytes in 2 bits: 1032 to 1 (RFC 1951, 3.2.5). */
  private static final long BEST_RATIO = 1032;

  private Deflate() {}

  /** Refuses an array that {@code compressed} bytes cannot hold. */
  static void require(StoredArray array, long compressed) {
    long announced = array.header().bytes();
    if (announced / BEST_RATIO > compressed) {
      throw array.fault(
          "the header announces %d bytes of elements, more than %d compressed bytes can hold"
              .formatted(announced, compressed),
          0);
    }
  }
}
