package pnnc.cli.command;

import static pnnc.cli.command.OptionTable.value;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.driver.Outcome;
import pnnc.driver.RenderRequest;

/** {@code pnnc render}: a layout as a picture. */
final class RenderCommand implements Command {
  private static final Option OUTPUT =
      value("o", "output", OptionTable.FILE, "the picture: a name that ends in .svg or .png");
  private static final Option CELL =
      value("", "cell", "NAME", "draw this cell instead of the topmost ones");
  private static final Option DEPTH =
      value("", "depth", "N", "levels of cells to draw; those below are outlines");
  private static final Option WINDOW = value("", "window", "X0,Y0,X1,Y1", "draw this part, in um");
  private static final Option SIZE =
      value("", "size", "PIXELS", "the longer side of the drawing (1000)");
  private static final Option LAYERS =
      value("", "layers", "LAYER/TYPE,…", "draw these layers alone: 68/20,69/20");
  private static final Option TECHNOLOGY =
      value(
          "", "technology", "NAME", "whose names the layers have: std.tech.rom130, FILE.pnn#name");
  private static final Pattern LAYER = Pattern.compile("([0-9]{1,9})/([0-9]{1,9})");

  @Override
  public String name() {
    return "render";
  }

  @Override
  public String summary() {
    return "draw a layout as an SVG or PNG picture";
  }

  @Override
  public String operands() {
    return "LAYOUT|DIR";
  }

  @Override
  public Options options() {
    return OptionTable.of(OUTPUT, CELL, DEPTH, WINDOW, SIZE, LAYERS, TECHNOLOGY);
  }

  @Override
  public Outcome run(CommandLine line, Run run) {
    Path layout = Arguments.file(line, this);
    RenderRequest request =
        new RenderRequest(
            layout,
            output(line),
            Arguments.value(line, CELL),
            depth(line),
            Arguments.value(line, WINDOW).map(RenderCommand::window),
            size(line),
            Arguments.values(line, LAYERS).stream().flatMap(RenderCommand::layers).toList(),
            Arguments.value(line, TECHNOLOGY));
    return run.driver().render(request, run.session());
  }

  private static OptionalInt depth(CommandLine line) {
    Optional<String> word = Arguments.value(line, DEPTH);
    return word.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of((int) Arguments.whole("--depth", word.get(), 0, RenderRequest.MOST_DEPTH));
  }

  private static int size(CommandLine line) {
    return Arguments.value(line, SIZE)
        .map(
            word ->
                (int)
                    Arguments.whole(
                        "--size", word, RenderRequest.LEAST_SIZE, RenderRequest.MOST_SIZE))
        .orElse(RenderRequest.USUAL_SIZE);
  }

  private Path output(CommandLine line) {
    Path output =
        Arguments.value(line, OUTPUT)
            .map(Arguments::path)
            .orElseThrow(() -> Usage.in(this, "-o FILE is missing"));
    if (RenderRequest.Format.of(output).isEmpty()) {
      throw Usage.error("--output %s: expected a name that ends in .svg or .png".formatted(output));
    }
    return output;
  }

  private static Stream<RenderRequest.LayerNumber> layers(String words) {
    return Arrays.stream(words.split(",", -1)).map(RenderCommand::layer);
  }

  private static RenderRequest.LayerNumber layer(String word) {
    Matcher layer = LAYER.matcher(word);
    if (!layer.matches()) {
      throw Usage.error("--layers %s: expected LAYER/TYPE as in 68/20".formatted(word));
    }
    return new RenderRequest.LayerNumber(
        Integer.parseInt(layer.group(1)), Integer.parseInt(layer.group(2)));
  }

  private static RenderRequest.Window window(String words) {
    List<String> sides = List.of(words.split(",", -1));
    if (sides.size() != 4) {
      throw noWindow(words);
    }
    try {
      double[] um = sides.stream().mapToDouble(Double::parseDouble).toArray();
      return new RenderRequest.Window(um[0], um[1], um[2], um[3]);
    } catch (IllegalArgumentException noNumberOrNoWindow) {
      throw noWindow(words);
    }
  }

  private static DiagnosedException noWindow(String words) {
    return Usage.error(
        "--window %s: expected X0,Y0,X1,Y1 in um with X0 < X1 and Y0 < Y1".formatted(words));
  }
}
