package pnnc.cli.command;

import static pnnc.cli.command.OptionTable.value;

import java.util.Locale;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import pnnc.driver.data.DataOptions;
import pnnc.driver.data.DataOrder;
import pnnc.driver.data.Labels;
import pnnc.driver.data.Normalization;

/** The options that name samples. */
final class DataArguments {
  static final Option DATA =
      value(
          "",
          "data",
          OptionTable.FILE,
          "samples: .npz, .npy, IDX or CSV, also .gz of the last two");
  static final Option LABELS =
      value(
          "",
          "labels",
          OptionTable.FILE,
          "their classes, if in another file; `first`, `last`: CSV column");
  static final Option NORMALIZE =
      value("", "normalize", "MEAN,STD", "raw pixels to (byte/255 - MEAN)/STD; a/b/c per channel");

  static final Option ORDER =
      value(
          "",
          "data-order",
          "chw|hwc",
          "where rows of CSV have the channels (default: as the input)");

  private DataArguments() {}

  static Optional<DataOptions> of(CommandLine line) {
    return of(line, DATA);
  }

  /** The same of a command that has another name for {@link #DATA}. */
  static Optional<DataOptions> of(CommandLine line, Option file) {
    Optional<DataOptions> data =
        Arguments.value(line, file).map(Arguments::path).map(DataOptions::of);
    Optional<Labels> labels = Arguments.value(line, LABELS).map(Labels::parse);
    Optional<Normalization> normalization =
        Arguments.value(line, NORMALIZE).map(Normalization::parse);
    Optional<DataOrder> order =
        Arguments.value(line, ORDER).map(word -> DataOrder.valueOf(word.toUpperCase(Locale.ROOT)));
    if (data.isEmpty() && (labels.isPresent() || normalization.isPresent() || order.isPresent())) {
      throw Usage.error(
          "--labels, --normalize and --data-order say how to read %s, which is missing"
              .formatted(OptionTable.name(file)));
    }
    return data.map(d -> labels.map(d::with).orElse(d))
        .map(d -> normalization.map(d::with).orElse(d))
        .map(d -> order.map(d::with).orElse(d));
  }
}
