package pnnc.layout.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.LayoutBuilder;

/** Small files that ask for more than anyone has are refused with the cell and the count. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class LimitsTest {
  private static Sheet bit() {
    return new Sheet().cell("bit").box(Processes.MET1, 0, 0, 50, 50).cell("top");
  }

  private static void refuses(Sheet sheet, String... words) {
    assertThatThrownBy(sheet::extract)
        .isInstanceOf(DiagnosedException.class)
        .message()
        .contains(words);
  }

  @Test
  void anArrayHasNumbersForItsElements() {
    Sheet sheet = bit().array("bit", 0, 0, 1_000_000, 1_000_000, 2000, 2000);
    refuses(sheet, "PNN5080", "`top`", "`bit`", "1000000000000 times", "2147483647");
  }

  @Test
  void anArrayAcrossTheAxesHasAPlaceForEachElement() {
    LayoutBuilder to = new LayoutBuilder();
    to.begin("sheet", Grid.NANOMETRE);
    to.beginCell("bit");
    to.box(Processes.MET1, 0, 0, 50, 50, Repetition.ONCE);
    to.endCell();
    to.beginCell("top");
    Point column = new Point(200, 1);
    Point row = new Point(-1, 200);
    to.reference("bit", Transform.IDENTITY, new Repetition.Regular(9000, 9000, column, row));
    to.endCell();
    to.end();
    assertThatThrownBy(() -> Extraction.of(to.build(), Processes.small(), "top"))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContainingAll("PNN5080", "81000000 times", "33554432");
  }

  @Test
  void netsOfElementsAreCountedBeforeTheyTakeMemory() {
    Sheet sheet = bit().array("bit", 0, 0, 30_000, 30_000, 2000, 2000);
    sheet.box(Processes.VIA, 0, 0, 20, 20);
    refuses(sheet, "PNN5081", "`top`", "900000001 nets", "268435456");
  }

  @Test
  void elementsThatTouchNothingAreTakenInAnyNumber() {
    Sheet sheet = bit().array("bit", 0, 0, 30_000, 30_000, 2000, 2000);
    assertThat(sheet.extract().top().nets()).isZero();
  }

  private static Sheet doublings(int shift) {
    Sheet sheet = new Sheet().cell("c0").box(Processes.MET1, 0, 0, 50, 50);
    for (int i = 1; i <= 64; i++) {
      String inner = "c" + (i - 1);
      sheet.cell("c" + i).place(inner, 0, 0).place(inner, shift, 0);
    }
    return sheet;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void cellsThatMeetInTooManyWaysAreRefused(int shift) {
    refuses(doublings(shift), "PNN5082", "in the cell `c", "33554432 visits");
  }

  @Test
  void shapesAreCountedBeforeTheyAreDrawn() {
    LayoutBuilder to = new LayoutBuilder();
    to.begin("sheet", Grid.NANOMETRE);
    to.beginCell("top");
    Repetition all = new Repetition.Regular(1000000, 1000000, new Point(9, 0), new Point(0, 9));
    to.box(Processes.MET1, 0, 0, 5, 5, all);
    to.endCell();
    to.end();
    assertThatThrownBy(() -> Extraction.of(to.build(), Processes.small(), "top"))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContainingAll("PNN5083", "`top`", "1000000000000 things", "268435456");
  }

  @Test
  void whatIsDrawnFlatIsCountedBeforeItIsDrawn() {
    assertThatThrownBy(() -> Extraction.flat(doublings(0).layout(), Processes.small(), "c64"))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContainingAll("PNN5083", "`c64`", "9223372036854775807 things");
  }

  @Test
  void aDeepNestIsDrawnFlatWithoutDeepRecursion() {
    Sheet sheet = new Sheet().cell("c0").box(Processes.MET1, 0, 0, 50, 50);
    for (int i = 1; i <= 20_000; i++) {
      sheet.cell("c" + i).place("c" + (i - 1), 1, 0).box(Processes.MET1, 0, 0, 20, 20);
    }
    Extraction flat = Extraction.flat(sheet.layout(), Processes.small(), "c20000");
    assertThat(flat.top().nets()).isEqualTo(1);
  }
}
