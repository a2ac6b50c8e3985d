package pnnc.layout.drc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import pnnc.base.process.Rule;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;

/** Rules that need whole layers keep no more of what breaks them than is listed. */
class WholeCheckTest {
  @Test
  void theFirstMarkersAreKeptWhateverTheirOrder() {
    List<Marker> all = new ArrayList<>();
    FirstMarkers first = new FirstMarkers(5);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 500; i++) {
      int x = random.nextInt(1_000_000);
      int y = random.nextInt(1_000_000);
      Marker marker = Marker.box(new Box(x, y, x + 9, y + 9), OptionalDouble.empty());
      all.add(marker);
      first.accept(marker);
    }
    assertThat(first.first()).isEqualTo(all.stream().sorted(FlatCheck.ORDER).limit(5).toList());
    assertThat(first.total()).isEqualTo(500);
    FirstMarkers none = new FirstMarkers(0);
    all.forEach(none);
    assertThat(none.first()).isEmpty();
    assertThat(none.total()).isEqualTo(500);
  }

  @Test
  void holesAreCountedAndTheFirstListed() {
    RuleReport report =
        DesignRuleCheck.of(Processes.of(List.of(new Rule.Hole("a", 101, ""))))
            .withLimit(2)
            .check(rings(), "top");
    assertThat(report.total()).isEqualTo(90_000);
    assertThat(report.violations())
        .extracting(v -> v.place().box())
        .containsExactly(new Box(10, 10, 20, 20), new Box(110, 10, 120, 20));
    assertThat(report.violations().get(0).place().measured()).hasValue(100);
  }

  /** 300 by 300 rings around holes of 10 by 10. */
  private static Layout rings() {
    LayoutBuilder sink = new LayoutBuilder();
    sink.begin("lib", Grid.NANOMETRE);
    sink.beginCell("ring");
    sink.box(Processes.A, 0, 0, 10, 30, Repetition.ONCE);
    sink.box(Processes.A, 20, 0, 30, 30, Repetition.ONCE);
    sink.box(Processes.A, 10, 0, 20, 10, Repetition.ONCE);
    sink.box(Processes.A, 10, 20, 20, 30, Repetition.ONCE);
    sink.endCell();
    sink.beginCell("top");
    sink.reference(
        "ring",
        Transform.IDENTITY,
        new Repetition.Regular(300, 300, new Point(100, 0), new Point(0, 100)));
    sink.endCell();
    sink.end();
    return sink.build();
  }
}
