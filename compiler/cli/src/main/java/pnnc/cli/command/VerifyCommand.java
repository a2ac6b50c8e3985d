package pnnc.cli.command;

import static pnnc.cli.command.OptionTable.value;

import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import pnnc.driver.Outcome;
import pnnc.driver.VerifyRequest;
import pnnc.driver.data.DataOptions;

/** {@code pnnc verify}: what the files of a bundle compute. */
final class VerifyCommand implements Command {
  private static final Option MODEL =
      value("", "model", OptionTable.FILE, "the original (default: the file the bundle names)");
  private static final Option SAMPLES =
      value("", "samples", "N", "made-up samples to compare on, without --data");

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
            samples);
    return run.driver().verify(request, run.session());
  }

  private static OptionalInt samples(CommandLine line) {
    return Arguments.value(line, SAMPLES)
        .map(word -> OptionalInt.of((int) Arguments.whole("--samples", word, 1, Integer.MAX_VALUE)))
        .orElse(OptionalInt.empty());
  }
}
