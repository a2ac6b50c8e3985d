package pnnc.layout.drc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.base.process.Rule;
import pnnc.base.process.Rule.Curves;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;

/** Each kind of rule: a layout that breaks it, and one that keeps it by one dbu. */
class PlantedFaultsTest {
  private static final String NO_SOURCE = "";

  /** A fault; {@code places} markers' boxes. */
  private record Fault(Rule rule, Drawing bad, Drawing good, List<Box> places) {
    Fault(Rule rule, Drawing bad, Drawing good, Box... places) {
      this(rule, bad, good, List.of(places));
    }

    @Override
    public String toString() {
      return rule + " " + bad;
    }
  }

  /** What both layers hold. */
  private record Drawing(List<int[]> a, List<int[]> b) {
    static Drawing a(int[]... shapes) {
      return new Drawing(List.of(shapes), List.of());
    }

    Drawing b(int[]... shapes) {
      return new Drawing(a, List.of(shapes));
    }

    Layout layout() {
      LayoutBuilder sink = new LayoutBuilder();
      sink.begin("lib", Grid.NANOMETRE);
      sink.beginCell("top");
      a.forEach(s -> draw(sink, Processes.A, s));
      b.forEach(s -> draw(sink, Processes.B, s));
      sink.endCell();
      sink.end();
      return sink.build();
    }

    private static void draw(LayoutBuilder sink, Layer layer, int[] s) {
      if (s.length == 4) {
        sink.box(layer, s[0], s[1], s[2], s[3], Repetition.ONCE);
      } else {
        sink.polygon(layer, s, s.length / 2, Repetition.ONCE);
      }
    }
  }

  private static int[] s(int... numbers) {
    return numbers;
  }

  private static Drawing a(int[]... shapes) {
    return Drawing.a(shapes);
  }

  static Stream<Fault> faults() {
    return Stream.of(distances(), shapes(), pairs()).flatMap(List::stream);
  }

  private static List<Fault> distances() {
    return List.of(
        new Fault(
            new Rule.Width("a", 10, Curves.NONE, NO_SOURCE),
            a(s(0, 0, 9, 30)),
            a(s(0, 0, 10, 30)),
            new Box(0, 0, 9, 30)),
        new Fault(
            new Rule.Width("a", 10, new Curves(1, 90), NO_SOURCE),
            a(s(0, 0, 8, 30)),
            a(s(0, 0, 9, 30)),
            new Box(0, 0, 8, 30)),
        new Fault(
            new Rule.Width("a", 10, new Curves(0, 80), NO_SOURCE),
            a(s(0, 0, 40, 0, 40, 40)),
            new Drawing(List.of(), List.of()),
            new Box(0, 0, 14, 10),
            new Box(30, 26, 40, 40)),
        new Fault(
            new Rule.Space("a", 10, Curves.NONE, NO_SOURCE),
            a(s(0, 0, 20, 20), s(29, 0, 50, 20)),
            a(s(0, 0, 20, 20), s(30, 0, 50, 20)),
            new Box(20, 0, 29, 20)),
        new Fault(
            new Rule.Space("a", 10, Curves.NONE, NO_SOURCE),
            a(s(0, 0, 40, 0, 40, 20, 29, 20, 29, 10, 20, 10, 20, 20, 0, 20)),
            a(s(0, 0, 40, 0, 40, 20, 30, 20, 30, 10, 20, 10, 20, 20, 0, 20)),
            new Box(20, 10, 29, 20)),
        new Fault(
            new Rule.Space("a", 10, Curves.NONE, NO_SOURCE),
            a(s(0, 0, 20, 20), s(26, 27, 50, 50)),
            a(s(0, 0, 20, 20), s(26, 28, 50, 50)),
            new Box(20, 19, 26, 28),
            new Box(19, 20, 27, 27)),
        new Fault(
            new Rule.WideSpace("a", 30, 10, NO_SOURCE),
            a(s(0, 0, 31, 40), s(40, 0, 50, 20), s(50, 29, 60, 49), s(69, 29, 80, 49)),
            a(s(0, 0, 30, 40), s(39, 0, 49, 20), s(58, 0, 68, 20)),
            new Box(31, 0, 40, 24)),
        new Fault(
            new Rule.WideSpace("a", 30, 10, NO_SOURCE),
            a(s(0, 0, 31, 40), s(40, 0, 50, 20)),
            a(s(0, 0, 31, 40), s(41, 0, 50, 20)),
            new Box(31, 0, 40, 24)),
        new Fault(
            new Rule.MaxWidth("a", 30, NO_SOURCE),
            a(s(0, 0, 31, 31), s(31, 0, 99, 9)),
            a(s(0, 0, 30, 99), s(30, 0, 99, 30)),
            new Box(0, 0, 31, 31)),
        new Fault(
            new Rule.MaxWidth("a", 31, NO_SOURCE),
            a(s(0, 0, 32, 32), s(32, 0, 99, 9)),
            a(s(0, 0, 31, 99), s(31, 0, 99, 31)),
            new Box(0, 0, 32, 32)));
  }

  private static List<Fault> shapes() {
    return List.of(
        new Fault(
            new Rule.Area("a", 100, NO_SOURCE),
            a(s(0, 0, 9, 11), s(20, 0, 30, 10)),
            a(s(0, 0, 5, 10), s(5, 0, 10, 10)),
            new Box(0, 0, 9, 11)),
        new Fault(
            new Rule.Area("a", 100, NO_SOURCE),
            a(s(0, 0, 199, 0, 0, 1)),
            a(s(0, 0, 200, 0, 0, 1)),
            new Box(0, 0, 199, 1)),
        new Fault(
            new Rule.Area("a", 100, NO_SOURCE),
            a(s(0, 0, 7, 7), s(7, 7, 14, 14)),
            a(s(0, 0, 10, 5), s(10, 5, 20, 10)),
            new Box(0, 0, 14, 14)),
        new Fault(
            new Rule.Hole("a", 100, NO_SOURCE),
            a(s(0, 0, 10, 50), s(10, 0, 50, 10), s(10, 19, 20, 50), s(20, 10, 50, 19)),
            a(s(0, 0, 10, 50), s(10, 0, 50, 10), s(10, 20, 20, 50), s(20, 10, 50, 20)),
            new Box(10, 10, 20, 19)),
        new Fault(
            new Rule.Hole("a", 100, NO_SOURCE),
            a(s(0, 0, 30, 10), s(0, 21, 30, 30), s(0, 0, 10, 30), s(19, 0, 30, 30)),
            a(s(0, 0, 30, 10), s(0, 20, 30, 30), s(0, 0, 10, 30), s(20, 0, 30, 30)),
            new Box(10, 10, 19, 21)),
        new Fault(
            new Rule.Size("a", 10, NO_SOURCE),
            a(s(0, 0, 10, 11), s(20, 0, 30, 10)),
            a(s(0, 0, 10, 10)),
            new Box(0, 0, 10, 11)),
        new Fault(
            new Rule.Rectangle("a", OptionalDouble.of(2), NO_SOURCE),
            a(s(0, 0, 10, 21), s(20, 0, 30, 20)),
            a(s(0, 0, 10, 20)),
            new Box(0, 0, 10, 21)),
        new Fault(
            new Rule.Rectangle("a", OptionalDouble.empty(), NO_SOURCE),
            a(s(0, 0, 10, 21), s(10, 0, 11, 20)),
            a(s(0, 0, 10, 21), s(10, 0, 11, 21)),
            new Box(0, 0, 11, 21)),
        new Fault(
            new Rule.Angles("a", 90, OptionalDouble.empty(), NO_SOURCE),
            a(s(0, 0, 10, 0, 11, 10, 0, 10)),
            a(s(0, 0, 10, 0, 10, 10, 0, 10)),
            new Box(10, 0, 11, 10)),
        new Fault(
            new Rule.Angles("a", 45, OptionalDouble.empty(), NO_SOURCE),
            a(s(0, 0, 10, 0, 21, 10, 0, 10)),
            a(s(0, 0, 10, 0, 20, 10, 0, 10)),
            new Box(10, 0, 21, 10)),
        new Fault(
            new Rule.Angles("a", 0, OptionalDouble.of(45), NO_SOURCE),
            a(s(0, 0, 100, 0, 100, 99)),
            a(s(0, 0, 100, 0, 100, 100)),
            new Box(0, 0, 0, 0)),
        new Fault(
            new Rule.OnGrid("a", 5, NO_SOURCE),
            a(s(-10, 0, 6, 5)),
            a(s(-10, 0, 5, 5)),
            new Box(6, 0, 6, 0),
            new Box(6, 5, 6, 5)),
        new Fault(
            new Rule.Density("a", 0.5, 0.5, 10, 10, NO_SOURCE),
            a(s(0, 0, 5, 10), s(10, 0, 15, 9), s(20, 0, 25, 10)),
            a(s(0, 0, 5, 10), s(10, 0, 20, 5)),
            new Box(10, 0, 20, 10),
            new Box(20, 0, 25, 10)),
        new Fault(
            new Rule.ArraySpace("a", 3, 10, NO_SOURCE), array(3, 3, 9), array(3, 2, 9), gaps(3, 9)),
        new Fault(
            new Rule.ArraySpace("a", 3, 10, NO_SOURCE),
            array(3, 3, 9),
            array(4, 4, 10),
            gaps(3, 9)));
  }

  /** Squares of 5, so far apart. */
  private static Drawing array(int columns, int rows, int gap) {
    List<int[]> cuts = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j < rows; j++) {
        int x = i * (5 + gap);
        int y = j * (5 + gap);
        cuts.add(s(x, y, x + 5, y + 5));
      }
    }
    return new Drawing(cuts, List.of());
  }

  private static Box[] gaps(int n, int gap) {
    List<Box> all = new ArrayList<>();
    for (int i = 0; i < n - 1; i++) {
      for (int j = 0; j < n; j++) {
        int x = 5 + i * (5 + gap);
        int y = j * (5 + gap);
        all.add(new Box(x, y, x + gap, y + 5));
        all.add(new Box(y, x, y + 5, x + gap));
      }
    }
    return all.toArray(Box[]::new);
  }

  private static Rule enclosure(long ends, boolean isOnlyTouching) {
    return new Rule.Enclosure("a", "b", 5, OptionalLong.of(ends), isOnlyTouching, NO_SOURCE);
  }

  /** The square is spared even if the ring is not. */
  private static List<int[]> ringAroundASquare() {
    return List.of(
        s(0, 0, 50, 10), s(0, 40, 50, 50), s(0, 0, 10, 50), s(40, 0, 50, 50), s(20, 20, 25, 25));
  }

  private static List<Fault> pairs() {
    return List.of(
        new Fault(
            new Rule.Separation("a", "b", 10, NO_SOURCE),
            a(s(0, 0, 20, 20)).b(s(29, 0, 50, 20)),
            a(s(0, 0, 20, 20)).b(s(30, 0, 50, 20), s(-9, 30, 10, 40), s(20, 20, 22, 29)),
            new Box(20, 0, 29, 20)),
        new Fault(
            enclosure(5, false),
            a(s(0, 0, 10, 10)).b(s(-5, -5, 14, 15)),
            a(s(0, 0, 10, 10)).b(s(-5, -5, 15, 15)),
            new Box(10, -3, 14, 13)),
        new Fault(
            enclosure(8, false),
            a(s(0, 0, 10, 10)).b(s(-7, -5, 18, 15)),
            a(s(0, 0, 10, 10)).b(s(-8, -5, 18, 15)),
            new Box(0, 0, 10, 10)),
        new Fault(
            enclosure(0, true),
            a(s(0, 0, 10, 10)).b(s(-5, -5, 15, 0)),
            a(s(0, 0, 10, 10)).b(s(-5, -5, 15, -1)),
            new Box(0, 0, 10, 10)),
        new Fault(
            enclosure(0, false),
            a(s(0, 0, 10, 10)).b(s(-50, -50, 5, 50)),
            a(s(0, 0, 10, 10)).b(s(-5, -5, 15, 15)),
            new Box(5, 0, 10, 10)),
        new Fault(
            enclosure(0, true),
            new Drawing(ringAroundASquare(), List.of(s(-5, -9, 0, 59))),
            new Drawing(ringAroundASquare(), List.of(s(-6, -9, -1, 59))),
            new Box(0, 0, 50, 50)),
        new Fault(
            new Rule.Overlap("a", "b", 5, NO_SOURCE),
            a(s(0, 0, 20, 20)).b(s(16, 0, 50, 20)),
            a(s(0, 0, 20, 20)).b(s(15, 0, 50, 20), s(-20, 0, 0, 20)),
            new Box(16, 0, 20, 20)),
        new Fault(
            new Rule.Extension("a", "b", 5, NO_SOURCE),
            a(s(0, 0, 10, 44)).b(s(-20, 20, 30, 40)),
            a(s(0, 0, 10, 45)).b(s(-20, 20, 30, 40)),
            new Box(-3, 40, 13, 44)),
        new Fault(
            new Rule.Extension("a", "b", 5, NO_SOURCE),
            a(s(0, 0, 10, 30), s(20, 25, 25, 30)).b(s(-20, 20, 30, 40)),
            a(s(0, 0, 10, 45), s(20, 25, 25, 30)).b(s(-20, 20, 30, 40)),
            new Box(0, 20, 10, 30)),
        new Fault(
            new Rule.Extension("a", "b", 5, NO_SOURCE),
            a(s(0, 0, 30, 30)).b(s(20, 20, 60, 60)),
            a(s(0, 0, 30, 30)).b(s(20, 20, 25, 60), s(-20, 5, 25, 15)),
            new Box(20, 20, 30, 30)),
        new Fault(
            new Rule.Partner("a", "b", NO_SOURCE),
            a(s(0, 0, 10, 10)).b(s(11, 0, 20, 10)),
            a(s(0, 0, 10, 10)).b(s(10, 10, 20, 20)),
            new Box(0, 0, 10, 10)),
        new Fault(
            new Rule.Exclusion("a", "b", NO_SOURCE),
            a(s(0, 0, 10, 10)).b(s(9, 0, 20, 10)),
            a(s(0, 0, 10, 10)).b(s(10, 0, 20, 10)),
            new Box(9, 0, 10, 10)));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultIsFoundAndItsTwinIsClean(Fault fault) {
    DesignRuleCheck check = DesignRuleCheck.of(Processes.of(List.of(fault.rule())));
    RuleReport bad = check.check(fault.bad().layout(), "top");
    Set<Box> places = new HashSet<>();
    bad.violations().forEach(v -> places.add(v.place().box()));
    assertThat(places).containsExactlyInAnyOrderElementsOf(fault.places());
    assertThat(bad.broken()).containsExactly(fault.rule());
    assertThat(check.check(fault.good().layout()).get(0).violations()).isEmpty();
  }

  /** What is spared, or no fault by itself, hides nothing. */
  static Stream<Fault> hidden() {
    Rule separation = new Rule.Separation("a", "b", 100, NO_SOURCE);
    Drawing apart = a(s(0, 0, 100, 100)).b(s(200, 0, 300, 100));
    return Stream.of(
        new Fault(
            separation,
            a(s(0, 0, 100, 100), s(140, 0, 160, 100)).b(s(160, 0, 300, 100)),
            apart,
            new Box(100, 0, 160, 100)),
        new Fault(
            separation,
            a(s(0, 0, 100, 100)).b(s(100, 0, 120, 100), s(160, 0, 300, 100)),
            apart,
            new Box(100, 0, 160, 100)));
  }

  /** Depths that a border at an angle makes. */
  static Stream<Drawing> shallow() {
    return Stream.of(
        a(s(995, 0, 1495, -500, 1995, 0, 1495, 500)).b(s(0, -1000, 1000, 1000)),
        a(s(0, 0, 3000, 500)).b(s(-100, 449, 3100, 451, 3100, 1000, -100, 1000)),
        a(s(0, 0, 3000, 500)).b(s(-100, 451, 3100, 449, 3100, 1000, -100, 1000)),
        a(s(0, 0, 3000, 500)).b(s(-100, 480, 3100, 510, 3100, 1000, -100, 1000)));
  }

  @ParameterizedTest
  @MethodSource("shallow")
  void anOverlapAtAnAngleIsMeasured(Drawing drawing) {
    assertThat(found(new Rule.Overlap("a", "b", 100, NO_SOURCE), drawing)).isPositive();
  }

  @Test
  void whatOnlyTouchesAtAnAngleDoesNotOverlap() {
    Rule overlap = new Rule.Overlap("a", "b", 100, NO_SOURCE);
    Drawing touching =
        a(s(0, 0, 100, 100)).b(s(100, 50, 200, 0, 200, 100), s(-50, -50, 0, 0), s(0, 100, 9, 200));
    assertThat(found(overlap, touching)).isZero();
  }

  @Test
  void aFingerDoesNotHideAWideShape() {
    Rule rule = new Rule.WideSpace("a", 900, 200, NO_SOURCE);
    int[] wide = s(0, 0, 1000, 1000);
    int[] finger = s(1000, 490, 1050, 510);
    assertThat(found(rule, a(wide, finger, s(1150, 0, 1300, 1000)))).isPositive();
    assertThat(found(rule, a(wide, finger, s(1200, 0, 1300, 1000)))).isZero();
  }

  private static long found(Rule rule, Drawing drawing) {
    return DesignRuleCheck.of(Processes.of(List.of(rule))).check(drawing.layout(), "top").total();
  }

  @ParameterizedTest
  @MethodSource("hidden")
  void whatIsSparedHidesNothing(Fault fault) {
    aFaultIsFoundAndItsTwinIsClean(fault);
  }

  @Test
  void everyKindOfRuleIsPlanted() {
    Set<Class<?>> planted = new HashSet<>();
    faults().forEach(f -> planted.add(f.rule().getClass()));
    Set<Class<?>> all = new HashSet<>();
    for (Class<?> kind : Rule.class.getPermittedSubclasses()) {
      all.addAll(List.of(kind.getPermittedSubclasses()));
    }
    assertThat(planted).isEqualTo(all);
  }
}
