package pnnc.layout.drc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pnnc.base.process.Rule;
import pnnc.base.process.Rule.Curves;
import pnnc.layout.geometry.Box;

/** Where a cell is drawn for a check, and which checks are drawn for at once. */
class WindowsTest {
  /** Strips of 10, one every 100, both ways, in a square of 1,000. */
  private static Windows grid() {
    List<Box> strips = new ArrayList<>();
    for (int at = 0; at < 1000; at += 100) {
      strips.add(new Box(at + 2, 2, at + 8, 998));
      strips.add(new Box(2, at + 2, 998, at + 8));
    }
    return Windows.around(strips, 2);
  }

  @Test
  void aGridOfZonesIsDrawnAsStrips() {
    long area = 0;
    for (Box b : grid().boxes()) {
      area += b.width() * b.height();
    }
    assertThat(area).isEqualTo(2 * 10 * 10 * 1000 - 100 * 10 * 10);
  }

  @Test
  void whatLiesInSeveralWindowsIsInside() {
    Windows windows = grid();
    assertThat(windows.contain(new Box(1, 1, 9, 999))).isTrue();
    assertThat(windows.contain(new Box(1, 401, 999, 409))).isTrue();
    assertThat(windows.contain(new Box(0, 401, 999, 409))).as("at the border").isFalse();
    assertThat(windows.contain(new Box(1, 401, 999, 410))).as("at the border").isFalse();
    assertThat(windows.contain(new Box(5, 5, 105, 105))).as("around a gap").isFalse();
    assertThat(windows.contain(new Box(50, 50, 51, 51))).as("in a gap").isFalse();
    assertThat(windows.contain(new Box(-5, -5, Integer.MAX_VALUE, 5))).isFalse();
  }

  @Test
  void whatReachesFarDoesNotWidenTheZonesOfOthers() {
    Rule width = new Rule.Width("a", 100, Curves.NONE, "");
    Rule space = new Rule.Space("a", 140, Curves.NONE, "");
    Rule area = new Rule.Area("a", 1, "");
    Rule far = new Rule.WideSpace("a", 3000, 280, "");
    Rule other = new Rule.WideSpace("b", 3000, 280, "");
    List<CheckGroup> groups =
        CheckGroup.of(Checks.of(Processes.of(List.of(width, far, space, area, other))));
    assertThat(groups)
        .extracting(g -> g.checks().stream().map(Check::rule).toList())
        .containsExactly(List.of(width, space, area), List.of(far), List.of(other));
    assertThat(groups).extracting(CheckGroup::reach).containsExactly(141L, 6283L, 6283L);
  }
}
