package pnnc.base.process;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What shapes must keep. Lengths in dbu, below 2³¹, areas in square dbu, neither negative; layers
 * by the names of their {@link Mask}s. Other numbers are refused with an {@link
 * IllegalArgumentException} that says which.
 */
public sealed interface Rule {
  /** The layers that it speaks of, that which is at fault first. */
  List<String> layers();

  /** Where the rule is from, with the process's own name of it: {@code SKY130 rules m1.1}. */
  String source();

  /** A shape's least width. */
  record Width(String layer, long least, Curves curves, String source) implements OneLayer {
    public Width {
      Limits.length("least", least);
    }
  }

  /** A shape's greatest width. */
  record MaxWidth(String layer, long most, String source) implements OneLayer {
    public MaxWidth {
      Limits.length("most", most);
    }
  }

  /** Least distance of two shapes, and of the sides of a notch. */
  record Space(String layer, long least, Curves curves, String source) implements OneLayer {
    public Space {
      Limits.length("least", least);
    }
  }

  /** Least distance from a shape that is wider than {@code wide}. */
  record WideSpace(String layer, long wide, long least, String source) implements OneLayer {
    public WideSpace {
      Limits.length("wide", wide);
      Limits.length("least", least);
    }
  }

  /** A shape's least area. */
  record Area(String layer, long least, String source) implements OneLayer {
    public Area {
      Limits.notNegative("least", least);
    }
  }

  /** A hole's least area. */
  record Hole(String layer, long least, String source) implements OneLayer {
    public Hole {
      Limits.notNegative("least", least);
    }
  }

  /** Shapes are squares of that side. */
  record Size(String layer, long side, String source) implements OneLayer {
    public Size {
      Limits.length("side", side);
    }
  }

  /**
   * Shapes are rectangles.
   *
   * @param mostAspect greatest ratio of their sides, at least 1
   */
  record Rectangle(String layer, OptionalDouble mostAspect, String source) implements OneLayer {
    public Rectangle {
      mostAspect.ifPresent(a -> Limits.within("mostAspect", a, 1, Double.MAX_VALUE));
    }
  }

  /**
   * How edges stand.
   *
   * @param step 90: along the axes; 45: also diagonal; 0: anyhow
   * @param sharpest least angle in degrees that two edges make, at most 180
   */
  record Angles(String layer, int step, OptionalDouble sharpest, String source)
      implements OneLayer {
    public Angles {
      if (step != 0 && step != 45 && step != 90) {
        throw new IllegalArgumentException("step is %d degrees, not 0, 45 or 90".formatted(step));
      }
      sharpest.ifPresent(a -> Limits.within("sharpest", a, 0, 180));
    }
  }

  /** Every corner is on a multiple of {@code pitch}. */
  record OnGrid(String layer, long pitch, String source) implements OneLayer {
    public OnGrid {
      Limits.positive("pitch", pitch);
    }
  }

  /**
   * Covered share of any square window.
   *
   * @param least between 0 and 1
   * @param most between least and 1
   * @param window side, at least 1
   * @param step from one window to the next, at least 1
   */
  record Density(String layer, double least, double most, long window, long step, String source)
      implements OneLayer {
    public Density {
      Limits.within("least", least, 0, 1);
      Limits.within("most", most, least, 1);
      Limits.positive("window", window);
      Limits.positive("step", step);
    }
  }

  /** In an array of {@code from} by {@code from} cuts or more, they stand that far apart. */
  record ArraySpace(String layer, int from, long least, String source) implements OneLayer {
    public ArraySpace {
      Limits.positive("from", from);
      Limits.length("least", least);
    }
  }

  /** Least distance of two layers' shapes that do not touch. */
  record Separation(String first, String second, long least, String source) implements TwoLayers {
    public Separation {
      Limits.length("least", least);
    }
  }

  /**
   * Margin by which {@code second} stands around {@code first}.
   *
   * @param least on all sides
   * @param ends on one pair of opposite sides
   * @param isOnlyTouching whether shapes of the first that lie apart from the second are spared
   */
  record Enclosure(
      String first,
      String second,
      long least,
      OptionalLong ends,
      boolean isOnlyTouching,
      String source)
      implements TwoLayers {
    public Enclosure {
      Limits.length("least", least);
      ends.ifPresent(e -> Limits.length("ends", e));
    }
  }

  /** Least depth of an overlap, where there is one. */
  record Overlap(String first, String second, long least, String source) implements TwoLayers {
    public Overlap {
      Limits.length("least", least);
    }
  }

  /**
   * Least length by which {@code first} stands out where it crosses {@code second}, in which it
   * does not end.
   */
  record Extension(String first, String second, long least, String source) implements TwoLayers {
    public Extension {
      Limits.length("least", least);
    }
  }

  /** Every shape of {@code first} touches one of {@code second}. */
  record Partner(String first, String second, String source) implements TwoLayers {}

  /** The layers never overlap. */
  record Exclusion(String first, String second, String source) implements TwoLayers {}

  /**
   * How curves that were rounded to the grid are judged.
   *
   * @param slack by which a distance may be missed, in dbu
   * @param facing edges are measured against each other if they diverge by less than this many
   *     degrees, at most 90
   */
  record Curves(long slack, double facing) {
    /** To the letter; only edges at right angles and more are a corner. */
    public static final Curves NONE = new Curves(0, 90);

    public Curves {
      Limits.length("slack", slack);
      if (!(facing > 0 && facing <= 90)) {
        throw new IllegalArgumentException("facing is %s degrees, not 0 to 90".formatted(facing));
      }
    }
  }

  /** A rule about one layer. */
  sealed interface OneLayer extends Rule {
    String layer();

    @Override
    default List<String> layers() {
      return List.of(layer());
    }
  }

  /** A rule between two layers. */
  sealed interface TwoLayers extends Rule {
    String first();

    String second();

    @Override
    default List<String> layers() {
      return List.of(first(), second());
    }
  }
}
