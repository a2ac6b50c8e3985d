package pnnc.sim.linear;

import pnnc.base.shape.Shape;

/**
 * Columns are the input's channels at one position; each product column is a stamp of the kernel
 * per output channel, added to the output around that position ({@code col2im}).
 */
record TransposedUnfolding(Cube cube, Shape outputShape, int groups, int channelsOut)
    implements Unfolding {
  @Override
  public int samples() {
    return cube.samples;
  }

  @Override
  public int positions() {
    return cube.inSize;
  }

  @Override
  public int rowsPerChannel() {
    return cube.taps;
  }

  @Override
  public boolean overlaps() {
    return true;
  }

  @Override
  public void gather(double[] x, int sample, int group, Span ins, Span positions, double[] into) {
    int channel = sample * cube.channels + group * (cube.channels / groups);
    for (int i = ins.from(); i < ins.to(); i++) {
      int from = (channel + i) * cube.inSize + positions.from();
      int to = (i - ins.from()) * positions.count();
      System.arraycopy(x, from, into, to, positions.count());
    }
  }

  @Override
  public void scatter(
      double[] product, int sample, int group, Span rows, Span positions, double[] y) {
    int channel = sample * channelsOut + group * (channelsOut / groups);
    for (int r = rows.from(); r < rows.to(); r++) {
      int to = (channel + r / cube.taps) * cube.outSize;
      int from = (r - rows.from()) * positions.count();
      for (int p = 0; p < positions.count(); p++) {
        int at = target(positions.from() + p, r % cube.taps);
        if (at >= 0) {
          y[to + at] += product[from + p];
        }
      }
    }
  }

  /** Where in its channel the tap of a stamp at {@code position} lands; −1 if it is cut off. */
  private int target(int position, int tap) {
    int at = 0;
    int below = cube.inSize;
    int rest = position;
    for (int axis = 0; axis < 3; axis++) {
      below /= cube.in[axis];
      int o = rest / below * cube.stride[axis] + cube.reach(tap, axis);
      if (o < 0 || o >= cube.out[axis]) {
        return -1;
      }
      at = at * cube.out[axis] + o;
      rest %= below;
    }
    return at;
  }
}
