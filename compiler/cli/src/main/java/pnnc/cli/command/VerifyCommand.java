package pnnc.cli.command;

import static pnnc.cli.command.OptionTable.value;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import pnnc.driver.Corner;
import pnnc.driver.Outcome;
import pnnc.driver.VerifyRequest;
import pnnc.driver.data.DataOptions;

/** {@code pnnc verify}: what the files of a bundle compute. */
final class VerifyCommand implements Command {
  private static final Option MODEL =
      value("", "model", OptionTable.FILE, "the original (default: the file the bundle names)");
  private static final Option SAMPLES =
      value("", "samples", "N", "made-up samples to compare on, without --data");
  private static final Option CHIPS =
      value("", "chips", "K", "judge K chips as well, each with its own spread of devices");
  private static final Option CORNER =
      value(
          "",
          "corner",
          "nominal|slow|fast|hot|cold",
          "resistances and temperature to read the layout with (default: nominal)");

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public String summary() {
    return "check a bundle against its model";
  }

  @Override
  public String operands() {
    return "DIR";
  }

  @Override
  public Options options() {
    return OptionTable.of(
        DataArguments.DATA,
        DataArguments.LABELS,
        DataArguments.NORMALIZE,
        DataArguments.ORDER,
        SAMPLES,
        CHIPS,
        CORNER,
        MODEL);
  }

  @Override
  public Outcome run(CommandLine line, Run run) {
    Optional<DataOptions> data = DataArguments.of(line);
    OptionalInt samples = samples(line);
    if (data.isPresent() && samples.isPresent()) {
      throw Usage.error("--samples makes samples up; with --data there are some");
    }
    VerifyRequest request =
        new VerifyRequest(
            Arguments.file(line, this),
            Arguments.value(line, MODEL).map(Arguments::path),
            data,
            samples,
            chips(line),
            corner(line));
    return run.driver().verify(request, run.session());
  }

  private static int chips(CommandLine line) {
    return Arguments.value(line, CHIPS)
        .map(word -> (int) Arguments.whole("--chips", word, 1, Integer.MAX_VALUE))
        .orElse(0);
  }

  private static Corner corner(CommandLine line) {
    return Arguments.value(line, CORNER)
        .map(word -> Corner.valueOf(word.toUpperCase(Locale.ROOT)))
        .orElse(Corner.NOMINAL);
  }

  private static OptionalInt samples(CommandLine line) {
    return Arguments.value(line, SAMPLES)
        .map(word -> OptionalInt.of((int) Arguments.whole("--samples", word, 1, Integer.MAX_VALUE)))
        .orElse(OptionalInt.empty());
  }
}
