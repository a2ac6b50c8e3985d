package pnnc.onnx.wire;

/**
 * How much a file may ask of its reader. Weights stay in the file and count for nothing.
 *
 * @param depth messages inside one another; protobuf's own limit, which other runtimes share
 * @param heapBytes estimate of what everything but the weights takes in memory; less than 2 GiB
 */
public record ReadLimits(int depth, long heapBytes) {
  public static final ReadLimits DEFAULT = new ReadLimits(100, 512L << 20);

  public ReadLimits {
    if (depth < 1 || heapBytes < 0 || heapBytes > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("limits of %d, %d".formatted(depth, heapBytes));
    }
  }
}
