package pnnc.layout.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import pnnc.layout.model.Cell;
import pnnc.layout.model.Layout;

/** How much is looked at does not grow faster than the layout, counted, not timed. */
class EffortTest {
  /** Extracts all cells and says how many visits that took. */
  private static Extractor extract(Layout layout) {
    Extractor extractor =
        new Extractor(new Stack(Processes.small(), List.of()), layout, false, List.of());
    for (Cell cell : layout.bottomUp()) {
      extractor.extract(cell);
    }
    return extractor;
  }

  private static Sheet chain(int levels, int grows) {
    Sheet sheet = new Sheet().cell("c0").box(Processes.MET1, 0, 0, 50, 50);
    for (int i = 1; i <= levels; i++) {
      sheet.cell("c" + i).place("c" + (i - 1), 0, 0);
      sheet.box(Processes.MET1, 0, 0, 20 + grows * i, 20);
    }
    return sheet;
  }

  @Test
  void aChainOfCellsIsFollowedOneLevelDeepWhereItsWiresLieOnEachOther() {
    Extractor extractor = extract(chain(1000, 0).layout());
    assertThat(extractor.done().get("c1000").nets).isEqualTo(1);
    assertThat(extractor.effort().visits()).isLessThan(10 * 1000);
  }

  @Test
  void aChainOfGrowingCellsIsOneNet() {
    Extractor extractor = extract(chain(300, 1).layout());
    assertThat(extractor.done().get("c300").nets).isEqualTo(1);
    assertThat(extractor.effort().visits()).isLessThan(300 * 300);
  }

  @Test
  void aDeepNestIsNoDeepRecursion() {
    Sheet sheet = new Sheet().cell("c0").box(Processes.MET1, 0, 0, 50, 50);
    for (int i = 1; i <= 10_000; i++) {
      sheet.cell("c" + i).place("c" + (i - 1), 0, 0);
    }
    Sheet top = sheet.cell("top").place("c10000", 0, 0).box(Processes.MET1, 0, 0, 90, 20);
    assertThat(top.extract().top().nets()).isEqualTo(1);
  }
}
