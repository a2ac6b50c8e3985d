package pnnc.ir.block;

import java.util.Objects;
import java.util.Optional;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;

/**
 * A matrix {@code [out, in]} inside a constant tensor, whichever way round the operator stored it:
 * element {@code (o, i)} is the tensor's row-major element {@code offset + o·outStride +
 * i·inStride}. A view: nothing is read before somebody asks, and then only the tile asked for, so
 * the tensor may be larger than memory. Immulookup, safe for use by many threads.
 *
 * @param tensor the constant; mapped, as a rule
 * @param out rows: what the matrix computes
 * @param in columns: what it reads
 * @param offset position of element (0, 0)
 * @param outStride from one row to the next, at least 0
 * @param inStride from one column to the next, at least 0
 * @param quantization what the tensor's elements stand for, if they are levels
 */
public record WeightMatrix(
    Tensor tensor,
    int out,
    int in,
    long offset,
    long outStride,
    long inStride,
    Optional<Quantization> quantization) {
  public WeightMatrix {
    if (out < 0 || in < 0 || offset < 0 || outStride < 0 || inStride < 0) {
      throw new IllegalArgumentException(
          "not a matrix: [%d, %d] at %d, strides %d and %d"
              .formatted(out, in, offset, outStride, inStride));
    }
    if (out > 0 && in > 0) {
      long last = offset + (out - 1L) * outStride + (in - 1L) * inStride;
      Objects.checkIndex(last, tensor.elements());
    }
    quantization.ifPresent(q -> q.requireFits(tensor.type(), tensor.shape()));
  }

  /** A tensor {@code [out, in]} as it stands, like the weight of {@code Gemm} with transB. */
  public static WeightMatrix ofRows(Tensor tensor, Optional<Quantization> quantization) {
    int out = size(tensor, 0);
    int in = size(tensor, 1);
    return new WeightMatrix(tensor, out, in, 0, in, 1, quantization);
  }

  /** A tensor {@code [in, out]} seen the other way round, like the weight of {@code MatMul}. */
  public static WeightMatrix ofColumns(Tensor tensor, Optional<Quantization> quantization) {
    int in = size(tensor, 0);
    int out = size(tensor, 1);
    return new WeightMatrix(tensor, out, in, 0, 1, out, quantization);
  }

  private static int size(Tensor tensor, int axis) {
    if (tensor.shape().rank() != 2) {
      throw new IllegalArgumentException("not a matrix: " + tensor);
    }
    return Math.toIntExact(tensor.sizes()[axis]);
  }

  /** The number of weights. */
  public long parameters() {
    return (long) out * in;
  }

  /**
   * Copies a tile of weights, dequantised.
   *
   * @param into row-major {@code [outTo − outFrom, inTo − inFrom]}; overwritten from its start
   */
  public void read(int outFrom, int outTo, int inFrom, int inTo, double[] into) {
    TileReader reader = new TileReader(this, outFrom, outTo, inFrom, inTo);
    reader.read(into);
    quantization.ifPresent(
        q -> reader.mapWithPosition(into, new Quantization.Lookup(q, tensor.sizes())::value));
  }

  /**
   * Copies a tile of levels as they are stored: integers if the matrix is quantised, else the
   * weights themselves.
   *
   * @param into row-major {@code [outTo − outFrom, inTo − inFrom]}; overwritten from its start
   */
  public void readLevels(int outFrom, int outTo, int inFrom, int inTo, double[] into) {
    new TileReader(this, outFrom, outTo, inFrom, inTo).read(into);
  }

  /**
   * Copies a tile of scales: what one level is worth; 1 everywhere if the matrix is not quantised.
   *
   * @param into row-major {@code [outTo − outFrom, inTo − inFrom]}; overwritten from its start
   */
  public void readScales(int outFrom, int outTo, int inFrom, int inTo, double[] into) {
    TileReader reader = new TileReader(this, outFrom, outTo, inFrom, inTo);
    reader.mapWithPosition(into, constantOr(1, Quantization.Lookup::scale));
  }

  /**
   * Copies a tile of zero points: the level that stands for 0.
   *
   * @param into row-major {@code [outTo − outFrom, inTo − inFrom]}; overwritten from its start
   */
  public void readZeroPoints(int outFrom, int outTo, int inFrom, int inTo, double[] into) {
    TileReader reader = new TileReader(this, outFrom, outTo, inFrom, inTo);
    reader.mapWithPosition(into, constantOr(0, Quantization.Lookup::zeroPoint));
  }

  /** Reads something by position. */
  private interface Fact {
    double at(Quantization.Lookup lookup, long position);
  }

  private TileReader.PositionFunction constantOr(double otherwise, Fact fact) {
    if (quantization.isEmpty()) {
      return (old, at) -> otherwise;
    }
    Quantization.Lookup lookup = new Quantization.Lookup(quantization.get(), tensor.sizes());
    return (old, at) -> fact.at(lookup, at);
  }

  /** The elements of {@link #tensor}. */
  TensorElements elements() {
    return TensorElements.of(tensor);
  }
}
