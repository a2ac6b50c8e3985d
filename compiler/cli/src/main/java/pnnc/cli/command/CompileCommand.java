package pnnc.cli.command;

import static pnnc.cli.command.OptionTable.flag;
import static pnnc.cli.command.OptionTable.value;

import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import pnnc.driver.CompileRequest;
import pnnc.driver.LayoutFormat;
import pnnc.driver.Outcome;

/** {@code pnnc compile}: the whole road. */
final class CompileCommand implements Command {
  private static final Option TARGET =
      value(
          "t", "target", "TARGET", "what to compile for: a name or FILE.pnn#name (default: host)");
  private static final Option OUTPUT =
      value("o", "output", OptionTable.DIR, "folder of the bundle (default: out)");
  static final Option OVERRIDE =
      value("D", "", "FIELD=VALUE", "override a field of the target; repeatable");
  private static final Option ONLY =
      value("", "only", "PATTERN", "make only these layers physical; repeatable");
  private static final Option LAYOUT =
      value("", "layout", "oas|gds", "format of the layout (default: the target's)");
  private static final Option NO_VERIFY =
      flag("", "no-verify", "stop after emitting; give no verdict");

  @Override
  public String name() {
    return "compile";
  }

  @Override
  public String summary() {
    return "compile a model into a design bundle and verify it";
  }

  @Override
  public String operands() {
    return "MODEL";
  }

  @Override
  public Options options() {
    return OptionTable.of(
        TARGET,
        OVERRIDE,
        OUTPUT,
        DataArguments.DATA,
        DataArguments.LABELS,
        DataArguments.NORMALIZE,
        DataArguments.ORDER,
        ONLY,
        LAYOUT,
        NO_VERIFY);
  }

  @Override
  public Outcome run(CommandLine line, Run run) {
    Path model = Arguments.file(line, this);
    CompileRequest request =
        new CompileRequest(
            model,
            Arguments.value(line, TARGET).orElse(CompileRequest.HOST),
            Arguments.pairs(line, OVERRIDE),
            Arguments.path(Arguments.value(line, OUTPUT).orElse("out")),
            DataArguments.of(line),
            Arguments.values(line, ONLY),
            layout(line),
            !line.hasOption(NO_VERIFY));
    return run.driver().compile(request, run.session());
  }

  private static LayoutFormat layout(CommandLine line) {
    return Arguments.value(line, LAYOUT)
        .map(word -> LayoutFormat.valueOf(word.toUpperCase(Locale.ROOT)))
        .orElse(LayoutFormat.PREFERRED);
  }
}
