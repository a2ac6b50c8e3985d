package pnnc.cli.command;

import static pnnc.cli.command.OptionTable.value;

import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.driver.Outcome;
import pnnc.driver.SimRequest;
import pnnc.driver.data.DataOptions;

/** {@code pnnc sim}: what the hardware of a bundle makes of data. */
final class SimCommand implements Command {
  private static final Option INPUT =
      value(
          "i",
          "input",
          OptionTable.FILE,
          "samples: .npz, .npy, IDX or CSV, also .gz of the last two");
  private static final Option OUTPUT =
      value("o", "output", OptionTable.FILE, "its outputs: a name that ends in .npz");
  private static final Option TAP =
      value("", "tap", "LAYER", "write what this layer says as well, as LAYER.tap");

  @Override
  public String name() {
    return "sim";
  }

  @Override
  public String summary() {
    return "run a bundle, as read from its layout, on data";
  }

  @Override
  public String operands() {
    return "DIR";
  }

  @Override
  public Options options() {
    return OptionTable.of(
        INPUT, OUTPUT, TAP, DataArguments.LABELS, DataArguments.NORMALIZE, DataArguments.ORDER);
  }

  @Override
  public Outcome run(CommandLine line, Run run) {
    Path bundle = Arguments.file(line, this);
    DataOptions data =
        DataArguments.of(line, INPUT).orElseThrow(() -> missing("-i FILE is missing"));
    return run.driver()
        .simulate(
            new SimRequest(bundle, data, output(line), Arguments.value(line, TAP)), run.session());
  }

  private Path output(CommandLine line) {
    Path output =
        Arguments.value(line, OUTPUT)
            .map(Arguments::path)
            .orElseThrow(() -> missing("-o FILE is missing"));
    if (!output.toString().toLowerCase(Locale.ROOT).endsWith(".npz")) {
      throw Usage.error("--output %s: expected a name that ends in .npz".formatted(output));
    }
    return output;
  }

  private DiagnosedException missing(String what) {
    return Usage.in(this, what);
  }
}
