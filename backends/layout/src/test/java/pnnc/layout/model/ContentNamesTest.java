package pnnc.layout.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.layout.gds.GdsOptions;
import pnnc.layout.gds.GdsWriter;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;

class ContentNamesTest {
  private static final Layer METAL = new Layer(68, 20);
  private static final Repetition PAIR =
      new Repetition.Regular(2, 1, new Point(10, 0), Point.ORIGIN);

  /** Drawings of which no two are the same. */
  private static List<Consumer<LayoutSink>> different() {
    int[] corners = {0, 0, 9, 0, 9, 9};
    Repetition irregular = new Repetition.Irregular(new int[] {0, 10}, new int[] {0, 0});
    return List.of(
        s -> {},
        s -> s.properties(LayoutSink.Owner.CELL, List.of(Property.of("1", "a"))),
        s -> s.properties(LayoutSink.Owner.CELL, List.of(Property.of("1a", ""))),
        s -> s.box(METAL, 0, 0, 4, 5, Repetition.ONCE),
        s -> s.box(METAL, 0, 0, 5, 4, Repetition.ONCE),
        s -> s.box(METAL, 0, -4, 5, 0, Repetition.ONCE),
        s -> s.box(new Layer(20, 68), 0, 0, 4, 5, Repetition.ONCE),
        s -> s.box(METAL, 0, 0, 4, 5, PAIR),
        s -> s.box(METAL, 0, 0, 4, 5, irregular),
        s -> {
          s.box(METAL, 0, 0, 4, 5, Repetition.ONCE);
          s.box(METAL, 0, 0, 4, 5, Repetition.ONCE);
        },
        s -> {
          s.properties(LayoutSink.Owner.ELEMENT, List.of(Property.of("1", "a")));
          s.box(METAL, 0, 0, 4, 5, Repetition.ONCE);
        },
        s -> s.polygon(METAL, corners, 3, Repetition.ONCE),
        s -> s.path(METAL, PathStyle.flush(2), corners, 3, Repetition.ONCE),
        s -> s.path(METAL, PathStyle.square(2), corners, 3, Repetition.ONCE),
        s -> s.path(METAL, PathStyle.round(2), corners, 3, Repetition.ONCE),
        s -> s.label(METAL, "a", 1, 2, Repetition.ONCE),
        s -> s.label(METAL, "b", 1, 2, Repetition.ONCE),
        s -> s.reference("a", Orientation.R0, 1, 2),
        s -> s.reference("b", Orientation.R0, 1, 2),
        s -> s.reference("a", Orientation.M0, 1, 2),
        s -> s.reference("a", Orientation.R90, 1, 2),
        s -> s.reference("a", new Transform(false, 0, 2, new Point(1, 2)), Repetition.ONCE));
  }

  private static LayoutBuilder begun() {
    LayoutBuilder builder = new LayoutBuilder();
    builder.begin("lib", Grid.NANOMETRE);
    for (String cell : List.of("a", "b")) {
      builder.beginCell(cell);
      builder.endCell();
    }
    return builder;
  }

  private static List<String> cells(LayoutBuilder builder) {
    builder.end();
    return builder.build().cells().stream().map(Cell::name).filter(n -> n.length() > 1).toList();
  }

  @Test
  void differentCellsHaveDifferentNamesAndEqualOnesAreDrawnOnce() {
    LayoutBuilder builder = begun();
    ContentNames names = new ContentNames(builder);
    List<String> first = different().stream().map(d -> names.cell("T", d)).toList();
    List<String> again = different().stream().map(d -> names.cell("T", d)).toList();
    assertThat(first).doesNotHaveDuplicates().isEqualTo(again);
    assertThat(cells(builder)).isEqualTo(first);
  }

  /** Files made on other machines, or by other versions, call the same things the same. */
  @Test
  void namesStayWhatTheyWere() {
    ContentNames names = new ContentNames(begun());
    assertThat(names.cell("VIA", s -> {})).isEqualTo("VIA$5EE300FC160B");
    assertThat(names.cell("VIA", s -> s.box(METAL, -1, 0, 4, 5, PAIR)))
        .isEqualTo("VIA$C29BCED21DA0");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void orderDoesNotMatter(long seed) {
    List<Consumer<LayoutSink>> parts = new ArrayList<>(different());
    parts.subList(1, 3).clear(); // of properties of a cell the last ones count
    ContentNames names = new ContentNames(begun());
    String name = names.cell("T", s -> parts.forEach(p -> p.accept(s)));
    Collections.shuffle(parts, new Random(seed));
    assertThat(names.cell("T", s -> parts.forEach(p -> p.accept(s)))).isEqualTo(name);
  }

  @Test
  void aPlainReferenceIsTheSameInBothForms() {
    ContentNames names = new ContentNames(begun());
    for (int code = 0; code < 8; code++) {
      Orientation turn = Orientation.ofCode(code);
      Transform transform = Transform.of(turn, new Point(7, -9));
      assertThat(names.cell("T", s -> s.reference("a", turn, 7, -9)))
          .isEqualTo(names.cell("T", s -> s.reference("a", transform, Repetition.ONCE)));
    }
  }

  @Test
  void cellsInsideMayBeDrawnOnTheWay() {
    LayoutBuilder builder = begun();
    ContentNames names = new ContentNames(builder);
    Consumer<LayoutSink> via = s -> s.box(METAL, 0, 0, 1, 1, Repetition.ONCE);
    String tile =
        names.cell("TILE", s -> s.reference(names.cell("VIA", via), Orientation.R0, 5, 5));
    String inside = names.cell("VIA", via);
    assertThat(cells(builder)).containsExactly(inside, tile);
  }

  /** With one digit of sixteen every name is soon taken. */
  @Test
  void namesThatAreTakenGetMoreDigits() {
    LayoutBuilder builder = begun();
    ContentNames names = new ContentNames(builder, 1);
    Set<String> all = new LinkedHashSet<>();
    for (int i = 0; i < 300; i++) {
      int right = i;
      all.add(names.cell("T", s -> s.box(METAL, 0, 0, right, 1, Repetition.ONCE)));
    }
    assertThat(all).hasSize(300);
    assertThat(all).anyMatch(n -> n.length() == 3).anyMatch(n -> n.length() > 4);
    assertThat(cells(builder)).containsExactlyElementsOf(all);
  }

  @Test
  void namesAreFitForStrictFiles() {
    GdsWriter writer = new GdsWriter(new ByteArrayOutputStream(), GdsOptions.DEFAULT.strict());
    writer.begin("LIB", Grid.NANOMETRE);
    ContentNames names = new ContentNames(writer);
    String name = names.cell("ABCDEFGHIJKL_9?", s -> s.box(METAL, 0, 0, 1, 1, Repetition.ONCE));
    writer.end();
    assertThat(name).matches("ABCDEFGHIJKL_9\\?\\$[0-9A-F]{12}");
    for (String prefix : List.of("", "A$", "A B", "ABCDEFGHIJKLMNOP", "Ä")) {
      assertThatThrownBy(() -> names.cell(prefix, s -> {}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("`" + prefix + "`");
    }
  }

  @Test
  void nothingBeginsOrEndsWithinACell() {
    ContentNames names = new ContentNames(begun());
    List<Consumer<LayoutSink>> wrong =
        List.of(
            s -> s.begin("x", Grid.NANOMETRE),
            s -> s.beginCell("x"),
            s -> s.properties(LayoutSink.Owner.LAYOUT, List.of()),
            LayoutSink::endCell,
            LayoutSink::end);
    for (Consumer<LayoutSink> drawing : wrong) {
      assertThatThrownBy(() -> names.cell("T", drawing)).isInstanceOf(IllegalStateException.class);
    }
  }
}
