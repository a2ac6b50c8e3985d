package pnnc.cli.command;

import static pnnc.cli.command.OptionTable.value;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import pnnc.driver.ImportRequest;
import pnnc.driver.Outcome;

/** {@code pnnc import}: a model as text. */
final class ImportCommand implements Command {
  private static final Option OUTPUT =
      value("o", "output", OptionTable.FILE, "write there instead of standard output");
  private static final Option FORMAT =
      value("", "format", "pnn|pnnir", "a program, or the network's own text form");

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String summary() {
    return "turn an ONNX model into a readable program";
  }

  @Override
  public String operands() {
    return "MODEL.onnx";
  }

  @Override
  public Options options() {
    return OptionTable.of(OUTPUT, FORMAT);
  }

  @Override
  public Outcome run(CommandLine line, Run run) throws IOException {
    Path model = Arguments.file(line, this);
    ImportRequest request =
        new ImportRequest(
            model,
            Arguments.value(line, OUTPUT).map(Arguments::path),
            Arguments.value(line, FORMAT)
                .map(f -> ImportRequest.Format.valueOf(f.toUpperCase(Locale.ROOT))));
    return run.driver().importModel(request, run.session(), run.out());
  }
}
