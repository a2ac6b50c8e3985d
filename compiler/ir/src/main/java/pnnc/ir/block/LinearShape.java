package pnnc.ir.block;

/**
 * The form and the sizes of a {@link LinearBlock} without its numbers: all that a reader of layouts
 * may know of it beforehand.
 *
 * @param form how the matrix meets the input
 * @param groups matrices side by side
 * @param inputChannels size of the input's channel axis (its last axis, for a dense block)
 * @param outputChannels the same for the output
 */
public record LinearShape(LinearForm form, int groups, int inputChannels, int outputChannels) {
  public LinearShape {
    boolean fits =
        groups >= 1
            && inputChannels % groups == 0
            && outputChannels % groups == 0
            && (groups == 1 || !(form instanceof LinearForm.Dense));
    if (!fits) {
      throw new IllegalArgumentException(
          "%d to %d channels in %d groups".formatted(inputChannels, outputChannels, groups));
    }
  }

  /** Columns of each group's matrix. */
  public int in() {
    int perGroup = inputChannels / groups;
    return form instanceof LinearForm.Convolution c ? perGroup * c.window().taps() : perGroup;
  }

  /** Rows of each group's matrix. */
  public int out() {
    int perGroup = outputChannels / groups;
    return form instanceof LinearForm.TransposedConvolution t
        ? perGroup * t.window().taps()
        : perGroup;
  }
}
