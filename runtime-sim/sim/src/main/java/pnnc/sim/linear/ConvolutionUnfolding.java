package pnnc.sim.linear;

import java.util.Arrays;
import pnnc.base.shape.Shape;

/**
 * Columns are the patches under the kernel ({@code im2col}), one per output position; rows of a
 * column run over the group's channels, then taps.
 */
record ConvolutionUnfolding(Cube cube, Shape outputShape, int groups, int channelsOut)
    implements Unfolding {
  @Override
  public int samples() {
    return cube.samples;
  }

  @Override
  public int positions() {
    return cube.outSize;
  }

  @Override
  public void gather(double[] x, int sample, int group, Span ins, Span positions, double[] into) {
    int perGroup = cube.channels / groups;
    for (int i = ins.from(); i < ins.to(); i++) {
      int channel = sample * cube.channels + group * perGroup + i / cube.taps;
      int to = (i - ins.from()) * positions.count();
      gatherTap(x, channel * cube.inSize, i % cube.taps, positions, into, to);
    }
  }

  /** What one tap sees at each position: row by row of the output, zeros where it sees padding. */
  private void gatherTap(
      double[] x, int xFrom, int tap, Span positions, double[] into, int intoFrom) {
    int rowLength = cube.out[2];
    int to = intoFrom;
    int position = positions.from();
    while (position < positions.to()) {
      int column = position % rowLength;
      int run = Math.min(rowLength - column, positions.to() - position);
      int row = inputRow(tap, position / rowLength);
      if (row < 0) {
        Arrays.fill(into, to, to + run, 0);
      } else {
        gatherRun(x, xFrom + row * cube.in[2], tap, column, run, into, to);
      }
      position += run;
      to += run;
    }
  }

  /** The row of the input that the tap sees from a row of the output; −1 if it is padding. */
  private int inputRow(int tap, int outputRow) {
    int i0 = outputRow / cube.out[1] * cube.stride[0] + cube.reach(tap, 0);
    int i1 = outputRow % cube.out[1] * cube.stride[1] + cube.reach(tap, 1);
    boolean inside = i0 >= 0 && i0 < cube.in[0] && i1 >= 0 && i1 < cube.in[1];
    return inside ? i0 * cube.in[1] + i1 : -1;
  }

  private void gatherRun(
      double[] x, int xRow, int tap, int column, int run, double[] into, int to) {
    int stride = cube.stride[2];
    int at = column * stride + cube.reach(tap, 2);
    for (int i = 0; i < run; i++) {
      into[to + i] = at >= 0 && at < cube.in[2] ? x[xRow + at] : 0;
      at += stride;
    }
  }

  @Override
  public void scatter(
      double[] product, int sample, int group, Span rows, Span positions, double[] y) {
    int channel = sample * channelsOut + group * (channelsOut / groups) + rows.from();
    for (int r = 0; r < rows.count(); r++) {
      int to = (channel + r) * cube.outSize + positions.from();
      System.arraycopy(product, r * positions.count(), y, to, positions.count());
    }
  }
}
