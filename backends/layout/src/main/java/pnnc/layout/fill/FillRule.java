package pnnc.layout.fill;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import pnnc.base.process.Mask;
import pnnc.base.process.ProcessRules;
import pnnc.base.process.Rule;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.model.Layer;
import pnnc.layout.model.LayoutSink;

/**
 * What one layer is filled with: squares that cover as much of an empty area as lies in the middle
 * of the range that the process asks for, if its space allows it. All lengths in dbu, on the grid.
 *
 * @param mask name of the layer
 * @param layer that is drawn on
 * @param side of a square, at least {@code leastSide}
 * @param gap between two squares, an even number of grid points, at least 1
 * @param clearance to anything else on the layer
 * @param leastSide of a rectangle where squares do not fit
 * @param leastArea of such a rectangle, dbu²
 * @param density the share that is aimed at, 0 to 1
 */
public record FillRule(
    String mask,
    Layer layer,
    int side,
    int gap,
    int clearance,
    int leastSide,
    long leastArea,
    double density) {
  /** How many squares and gaps, at least, stand along a window, so that windows are all alike. */
  private static final int PER_WINDOW = 16;

  public FillRule {
    if (side < 1 || gap < 1 || clearance < 0 || leastSide < 1 || leastSide > side) {
      throw new IllegalArgumentException(
          "no fill of %s: sides of %d to %d dbu, %d apart, %d from others"
              .formatted(mask, leastSide, side, gap, clearance));
    }
  }

  /**
   * For each layer with a rule of density, in the order of the rules.
   *
   * @throws ArithmeticException if a length is beyond 32 bits
   */
  public static List<FillRule> of(ProcessRules process) {
    return process.rules(Rule.Density.class).stream().map(d -> of(process, d)).toList();
  }

  private static FillRule of(ProcessRules process, Rule.Density density) {
    Limits limits = new Limits(process, density.layer());
    long area = limits.most(Rule.Area.class, Rule.Area::least).orElse(1);
    long width = limits.most(Rule.Width.class, Rule.Width::least).orElse(1);
    long space = limits.most(Rule.Space.class, Rule.Space::least).orElse(1);
    long wide = limits.least(Rule.WideSpace.class, Rule.WideSpace::wide).orElse(Long.MAX_VALUE);
    long widest = limits.least(Rule.MaxWidth.class, Rule.MaxWidth::most).orElse(Long.MAX_VALUE);
    long least = Math.max(width, (long) Math.ceil(Math.sqrt((double) area)));
    long usual = Math.min(density.window() / PER_WINDOW, Math.min(wide, widest));
    long side = limits.up(Math.max(least, limits.down(usual)));
    double share = (density.least() + density.most()) / 2;
    long usualGap = Math.round((double) side * (1 / Math.sqrt(share) - 1));
    long gap = 2 * limits.up((Math.max(space, usualGap) + 1) / 2);
    long apart = limits.most(Rule.WideSpace.class, Rule.WideSpace::least).orElse(space);
    Mask on = process.mask(density.layer());
    return new FillRule(
        on.name(),
        new Layer(on.number(), on.datatype()),
        Math.toIntExact(side),
        Math.toIntExact(gap),
        Math.toIntExact(limits.up(Math.max(space, apart))),
        Math.toIntExact(limits.up(width)),
        area,
        share);
  }

  /** From one square to the next. */
  public int pitch() {
    return Math.addExact(side, gap);
  }

  /** Draws one square into an open cell, its lower left at the origin. */
  public void drawSquare(LayoutSink sink) {
    sink.box(layer, 0, 0, side, side, Repetition.ONCE);
  }

  /** The rules of one layer. */
  private record Limits(ProcessRules process, String mask) {
    <R extends Rule> OptionalLong most(Class<R> kind, ToLongFunction<R> value) {
      return each(kind, value).max();
    }

    <R extends Rule> OptionalLong least(Class<R> kind, ToLongFunction<R> value) {
      return each(kind, value).min();
    }

    private <R extends Rule> LongStream each(Class<R> kind, ToLongFunction<R> value) {
      Function<R, List<String>> layers = Rule::layers;
      return process.rules(kind).stream()
          .filter(r -> layers.apply(r).equals(List.of(mask)))
          .mapToLong(value);
    }

    long up(long length) {
      return Math.floorDiv(length + process.grid() - 1, process.grid()) * process.grid();
    }

    long down(long length) {
      return Math.floorDiv(length, process.grid()) * process.grid();
    }
  }
}
