package pnnc.crossbar.cell;

import java.util.Set;
import pnnc.base.process.Connection;
import pnnc.base.process.ProcessRules;
import pnnc.base.process.Rule;

/** What a process asks of the shapes that cells are made of, as numbers. All lengths in dbu. */
public final class DesignRules {
  private final ProcessRules process;

  /** The rules of {@code process}. */
  public DesignRules(ProcessRules process) {
    this.process = process;
  }

  /** The process that these are the rules of. */
  public ProcessRules process() {
    return process;
  }

  /** Least width of a shape; the grid where there is no rule. */
  public long width(String mask) {
    return process.rules(Rule.Width.class).stream()
        .filter(r -> r.layer().equals(mask))
        .mapToLong(Rule.Width::least)
        .max()
        .orElse(process.grid());
  }

  /** Greatest width of a shape; without end where there is no rule. */
  public long mostWidth(String mask) {
    return process.rules(Rule.MaxWidth.class).stream()
        .filter(r -> r.layer().equals(mask))
        .mapToLong(Rule.MaxWidth::most)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** Least distance of two shapes; 0 where there is no rule. */
  public long space(String mask) {
    return process.rules(Rule.Space.class).stream()
        .filter(r -> r.layer().equals(mask))
        .mapToLong(Rule.Space::least)
        .max()
        .orElse(0);
  }

  /** Least distance of shapes as wide as {@code width}. */
  public long space(String mask, long width) {
    return process.rules(Rule.WideSpace.class).stream()
        .filter(r -> r.layer().equals(mask) && width > r.wide())
        .mapToLong(Rule.WideSpace::least)
        .reduce(space(mask), Math::max);
  }

  /** Least area of a shape; 0 where there is no rule. */
  public long area(String mask) {
    return process.rules(Rule.Area.class).stream()
        .filter(r -> r.layer().equals(mask))
        .mapToLong(Rule.Area::least)
        .max()
        .orElse(0);
  }

  /** Side of the square that a cut is. */
  public long side(String cut) {
    return process.rules(Rule.Size.class).stream()
        .filter(r -> r.layer().equals(cut))
        .mapToLong(Rule.Size::side)
        .findFirst()
        .orElseGet(() -> width(cut));
  }

  /**
   * How far a shape stands out around another.
   *
   * @param all on every side
   * @param ends on one pair of opposite sides, at least {@code all}
   */
  public record Margin(long all, long ends) {}

  /** How far {@code outer} has to stand out around {@code inner}. */
  public Margin margin(String inner, String outer) {
    long all = 0;
    long ends = 0;
    for (Rule.Enclosure rule : process.rules(Rule.Enclosure.class)) {
      if (rule.first().equals(inner) && rule.second().equals(outer)) {
        all = Math.max(all, rule.least());
        ends = Math.max(ends, rule.ends().orElse(rule.least()));
      }
    }
    return new Margin(all, Math.max(all, ends));
  }

  /** Least distance of shapes of two masks that do not touch; 0 where there is no rule. */
  public long separation(String first, String second) {
    Set<String> both = Set.of(first, second);
    return process.rules(Rule.Separation.class).stream()
        .filter(r -> Set.copyOf(r.layers()).equals(both))
        .mapToLong(Rule.Separation::least)
        .max()
        .orElse(0);
  }

  /**
   * Resistance of one cut that stands on {@code lower}; 0 where the process says nothing.
   *
   * @param cut mask of the cut
   */
  public double ohms(String cut, String lower) {
    return process.connections().stream()
        .filter(c -> c instanceof Connection.Cut)
        .map(c -> (Connection.Cut) c)
        .filter(c -> c.cut().equals(cut) && c.lower().equals(lower))
        .findFirst()
        .flatMap(c -> c.ohms().stream().boxed().findFirst())
        .orElse(0.0);
  }

  /** The least multiple of {@code step} grid points that is no less than {@code length}. */
  public long up(long length, int step) {
    long unit = process.grid() * step;
    return Math.floorDiv(length + unit - 1, unit) * unit;
  }

  /** The least even number of grid points that is no less than {@code length}. */
  public long even(long length) {
    return up(length, 2);
  }
}
