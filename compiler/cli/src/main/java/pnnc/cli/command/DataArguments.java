package pnnc.cli.command;

import static pnnc.cli.command.OptionTable.value;

import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import pnnc.driver.data.DataOptions;
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

  private DataArguments() {}

  static Optional<DataOptions> of(CommandLine line) {
    Optional<DataOptions> data =
        Arguments.value(line, DATA).map(Arguments::path).map(DataOptions::of);
    Optional<Labels> labels = Arguments.value(line, LABELS).map(Labels::parse);
    Optional<Normalization> normalization =
        Arguments.value(line, NORMALIZE).map(Normalization::parse);
    if (data.isEmpty() && (labels.isPresent() || normalization.isPresent())) {
      throw Usage.error("--labels and --normalize say how to read --data, which is missing");
    }
    return data.map(d -> labels.map(d::with).orElse(d))
        .map(d -> normalization.map(d::with).orElse(d));
  }
}
