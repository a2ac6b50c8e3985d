package pnnc.driver.data;

import java.util.Optional;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.shape.Shape;

/**
 * Which number of a flat row is which element of a sample {@code [1, channels, places…]}. An input
 * of rank 4 or more whose last dimension is the only one that can count colours, {@code [1, 28, 28,
 * 3]}, has its channels last itself.
 */
final class RowOrder {
  /** Images have at most so many channels. */
  private static final int MOST_COLOURS = 4;

  private final int channels;
  private final int places;
  private final boolean channelsLast;
  private final Optional<DataOrder> order;

  private RowOrder(int channels, int places, boolean channelsLast, Optional<DataOrder> order) {
    this.channels = channels;
    this.places = places;
    this.channelsLast = channelsLast;
    this.order = order;
  }

  /**
   * The order of rows that fill {@code sample}.
   *
   * @param order as the user says; empty: as the input has its elements
   */
  static RowOrder of(Shape sample, Optional<DataOrder> order) {
    int rank = sample.rank();
    if (rank < 3) {
      return new RowOrder(1, 1, false, order);
    }
    boolean last =
        rank > 3 && size(sample, 1) > MOST_COLOURS && size(sample, rank - 1) <= MOST_COLOURS;
    int channels = size(sample, last ? rank - 1 : 1);
    int places = 1;
    for (int i = 1; i < rank; i++) {
      places *= size(sample, i);
    }
    return new RowOrder(channels, places / Math.max(1, channels), last, order);
  }

  private static int size(Shape shape, int axis) {
    return Math.toIntExact(shape.dim(axis).size().orElseThrow());
  }

  /** The place in the row of the element at {@code element}. */
  int cell(int element) {
    DataOrder input = channelsLast ? DataOrder.HWC : DataOrder.CHW;
    if (order.isEmpty() || order.get() == input) {
      return element;
    }
    int first = element - element % (channels * places);
    int within = element - first;
    return first
        + (channelsLast
            ? within % channels * places + within / channels
            : within % places * channels + within / places);
  }

  /** What the user should know if nothing says in which order the rows of {@code file} are. */
  Optional<Diagnostic> warning(Object file, InputSpec sample) {
    if (order.isPresent() || channels == 1 || places == 1) {
      return Optional.empty();
    }
    String assumed = channelsLast ? "last" : "first";
    return Optional.of(
        DiagnosticCode.DATA_ORDER
            .warning(file, sample.name(), sample.shape().orElseThrow(), assumed)
            .help("--data-order hwc if the channels of each pixel stand together, chw if not"));
  }
}
