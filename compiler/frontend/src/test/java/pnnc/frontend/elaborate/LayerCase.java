package pnnc.frontend.elaborate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A use of a function of {@code std.nn} and the same in ONNX operators, both in words:
 *
 * <pre>{@code
 * == conv2d: strides | N=1 | N=3        function, what it shows, sizes to run it with
 * x: f32[N, 4, 7, 8]                    inputs; `in 0 .. 5` bounds their elements
 * w.weight: f32[6, 4, 3, 3]             weights: in the program, tensors of a file `w`
 * --
 * f32[N, 6, 3, 3]                       type of the result
 * conv2d(x, w, stride: 2)               lines of the program
 * --
 * %output = Conv(%x, %w.weight) {strides = [2, 2]}
 * }</pre>
 *
 * @param function what is tested
 * @param title the first line
 * @param items functions and networks that the program has besides, a line each
 * @param sizes of dimension variables, one map for each run
 */
record LayerCase(
    String function,
    String title,
    String items,
    List<Map<String, Long>> sizes,
    List<Input> inputs,
    String result,
    String program,
    String reference) {
  private static final Pattern INPUT =
      Pattern.compile("([\\w.]+): (\\w+)\\[([^\\]]*)\\](?: in (\\S+) \\.\\. (\\S+))?");
  private static final Pattern FIELD = Pattern.compile("(\\w+): *(\\w+\\[)");

  /** An input or a weight: its elements lie between {@code low} and {@code high}. */
  record Input(String name, String element, List<String> dimensions, double low, double high) {
    boolean isWeight() {
      return name.startsWith("w.");
    }

    String type() {
      return element + "[" + String.join(", ", dimensions) + "]";
    }
  }

  /** The cases in {@code text}. */
  static List<LayerCase> parse(String text) {
    return Stream.of(text.split("(?m)^== ")).skip(1).map(LayerCase::one).toList();
  }

  private static LayerCase one(String text) {
    String[] parts = text.split("(?m)^--\n", -1);
    String[] head = parts[0].split("\n", 2);
    String[] title = head[0].split(" \\| ");
    List<Input> inputs =
        head[1].lines().filter(l -> !l.isBlank() && !isItem(l)).map(LayerCase::input).toList();
    String[] program = parts[1].split("\n", 2);
    List<Map<String, Long>> sizes = Stream.of(title).skip(1).map(LayerCase::sizes).toList();
    return new LayerCase(
        title[0].substring(0, title[0].indexOf(':')),
        title[0],
        head[1].lines().filter(LayerCase::isItem).collect(Collectors.joining("\n")),
        sizes.isEmpty() ? List.of(Map.of()) : sizes,
        inputs,
        program[0],
        program[1],
        parts[2]);
  }

  private static boolean isItem(String line) {
    return line.startsWith("fn ") || line.startsWith("net ");
  }

  private static Map<String, Long> sizes(String text) {
    Map<String, Long> sizes = new LinkedHashMap<>();
    for (String one : text.strip().split(" ", -1)) {
      String[] pair = one.split("=", -1);
      sizes.put(pair[0], Long.parseLong(pair[1]));
    }
    return sizes;
  }

  private static Input input(String line) {
    Matcher m = INPUT.matcher(line.strip());
    if (!m.matches()) {
      throw new IllegalArgumentException("not an input: " + line);
    }
    List<String> dimensions =
        Stream.of(m.group(3).split(",")).map(String::strip).filter(d -> !d.isEmpty()).toList();
    double low = m.group(4) == null ? -2 : Double.parseDouble(m.group(4));
    double high = m.group(5) == null ? 2 : Double.parseDouble(m.group(5));
    return new Input(m.group(1), m.group(2), dimensions, low, high);
  }

  /** The program. */
  String source() {
    String parameters =
        inputs.stream()
            .filter(i -> !i.isWeight())
            .map(i -> i.name() + ": " + i.type())
            .collect(Collectors.joining(", "));
    String weights =
        inputs.stream().anyMatch(Input::isWeight) ? "  weights w = npz(\"w.npz\")\n" : "";
    return "net Case(%s) -> %s {\n%s%s}\n%s".formatted(parameters, result, weights, program, items);
  }

  /** Names of the outputs. */
  List<String> outputs() {
    if (!result.startsWith("(")) {
      return List.of("output");
    }
    List<String> names = new ArrayList<>();
    FIELD.matcher(result).results().forEach(m -> names.add(m.group(1)));
    return names;
  }

  /** The reference as a network in the printed form, weights as inputs. */
  String network() {
    String parameters =
        inputs.stream()
            .map(i -> "%" + i.name() + ": " + i.type())
            .collect(Collectors.joining(", "));
    String results = outputs().stream().map(o -> "%" + o).collect(Collectors.joining(", "));
    return """
    pnnir 1
    opset "" 23, "com.microsoft" 1
    graph case(%s) -> (%s) {
    %s}
    """
        .formatted(parameters, results, reference);
  }

  @Override
  public String toString() {
    return title;
  }
}
