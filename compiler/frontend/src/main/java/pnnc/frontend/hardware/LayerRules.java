package pnnc.frontend.hardware;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import pnnc.base.process.Purpose;
import pnnc.base.process.Rule;

/** The rules that a technology's entries {@code layer} say. */
final class LayerRules {
  private final Dbu dbu;
  private final long grid;
  private final String gridSource;
  private final List<Rule> rules;

  /** Adds to {@code rules}; {@code grid} in dbu. */
  LayerRules(Dbu dbu, long grid, String gridSource, List<Rule> rules) {
    this.dbu = dbu;
    this.grid = grid;
    this.gridSource = gridSource;
    this.rules = rules;
  }

  void addAll(Map<String, Fields> layers) {
    layers.forEach(
        (name, layer) -> {
          distances(name, layer);
          areas(name, layer);
          if (isDrawn(layer)) {
            form(name, layer);
          }
        });
  }

  private static boolean isDrawn(Fields layer) {
    return Purpose.of(layer.symbol("purpose")).filter(Purpose::isMade).isPresent();
  }

  private long length(String name, Fields layer, String field) {
    return dbu.length("layer." + name, layer, field);
  }

  private static String source(String name, Fields layer, String field) {
    return ProcessReader.source(layer, field, name + "." + field);
  }

  private void distances(String name, Fields layer) {
    if (layer.has("width")) {
      String source = source(name, layer, "width");
      rules.add(
          new Rule.Width(name, length(name, layer, "width"), curves(name, layer, "width"), source));
    }
    if (layer.has("max_width")) {
      String source = source(name, layer, "max_width");
      rules.add(new Rule.MaxWidth(name, length(name, layer, "max_width"), source));
    }
    if (layer.has("size")) {
      rules.add(new Rule.Size(name, length(name, layer, "size"), source(name, layer, "size")));
    }
    if (layer.has("space")) {
      String source = source(name, layer, "space");
      rules.add(
          new Rule.Space(name, length(name, layer, "space"), curves(name, layer, "space"), source));
    }
    if (layer.has("wide_space") && layer.has("wide_width")) {
      rules.add(
          new Rule.WideSpace(
              name,
              length(name, layer, "wide_width"),
              length(name, layer, "wide_space"),
              source(name, layer, "wide_space")));
    }
  }

  private Rule.Curves curves(String name, Fields layer, String rule) {
    double facing =
        dbu.number("layer." + name, layer, rule + "_facing", "deg", 1, 90)
            .orElse(Rule.Curves.NONE.facing());
    return new Rule.Curves(layer.has("slack") ? length(name, layer, "slack") : 0, facing);
  }

  private void areas(String name, Fields layer) {
    if (layer.has("area")) {
      rules.add(new Rule.Area(name, area(name, layer, "area"), source(name, layer, "area")));
    }
    if (layer.has("hole")) {
      rules.add(new Rule.Hole(name, area(name, layer, "hole"), source(name, layer, "hole")));
    }
    if (layer.has("density") && layer.has("window")) {
      density(name, layer);
    }
  }

  private long area(String name, Fields layer, String field) {
    return dbu.area("layer." + name, layer, field);
  }

  private void density(String name, Fields layer) {
    DataValue.Interval density = layer.range("density");
    double least = density.from().nominal().value().toDouble();
    double most = density.to().nominal().value().toDouble();
    String path = "layer." + name;
    long window = dbu.positive(path, layer, "window");
    long step = layer.has("window_step") ? dbu.positive(path, layer, "window_step") : window;
    String said =
        "%s .. %s".formatted(density.from().nominal().text("%"), density.to().nominal().text("%"));
    boolean isGood = 0 <= least && least <= most && most <= 1;
    if (dbu.require(
        isGood, path, layer, "density", said, "two shares of 0 % to 100 %, the least first")) {
      String source = source(name, layer, "density");
      rules.add(new Rule.Density(name, least, most, window, step, source));
    }
  }

  private void form(String name, Fields layer) {
    rules.add(new Rule.OnGrid(name, grid, gridSource));
    if (layer.has("form") && layer.symbol("form").equals("rectangle")) {
      OptionalDouble aspect =
          dbu.number("layer." + name, layer, "aspect", "", 1, Integer.MAX_VALUE);
      rules.add(new Rule.Rectangle(name, aspect, source(name, layer, "form")));
    }
    if (layer.has("angles")) {
      rules.add(
          new Rule.Angles(
              name,
              step(layer.symbol("angles")),
              dbu.number("layer." + name, layer, "corner", "deg", 0, 180),
              source(name, layer, "angles")));
    }
  }

  private static int step(String angles) {
    return switch (angles) {
      case "rectilinear" -> 90;
      case "diagonal" -> 45;
      default -> 0;
    };
  }
}
