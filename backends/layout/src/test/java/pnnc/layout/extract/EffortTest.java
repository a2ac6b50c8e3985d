package pnnc.layout.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import pnnc.layout.model.Cell;
import pnnc.layout.model.Layout;

/** How much is looked at does not grow faster than the layout, counted, not timed. */
class EffortTest {
  private static final int SIDE = 24;

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

  /** Cells of 16 kinds: a resistor each, between a row and nothing. */
  private static Sheet kinds(boolean areMarked) {
    Sheet sheet = new Sheet();
    for (int kind = 0; kind < 16; kind++) {
      sheet.cell("k" + kind).box(Processes.POLY, 10, 40, 70 + kind, 50);
      sheet.box(Processes.MET1, 0, 70, 100, 90);
      if (areMarked) {
        sheet.box(Processes.MARK, 0, 0, 100, 100);
      }
    }
    return sheet;
  }

  /** Such cells placed one by one. */
  private static Sheet tile(int side, boolean isMarkedInCells) {
    Sheet sheet = kinds(isMarkedInCells).cell("tile");
    for (int i = 0; i < side * side; i++) {
      sheet.place("k" + (7 * i + i / side) % 16, 100 * (i % side), 100 * (i / side));
    }
    return isMarkedInCells
        ? sheet
        : sheet.box(Processes.MARK, -9, -9, 100 * side + 9, 100 * side + 9);
  }

  @Test
  void howTwoKindsOfCellsLieBesideEachOtherIsLookedAtOnce() {
    Extractor extractor = extract(tile(SIDE, true).layout());
    CellWork tile = extractor.done().get("tile");
    assertThat(tile.placements).hasSize(SIDE * SIDE);
    assertThat(tile.nets).isEqualTo(SIDE);
    long larger = extract(tile(2 * SIDE, true).layout()).effort().visits();
    assertThat(larger).isEqualTo(extractor.effort().visits());
  }

  /** The same tile with one repetition for each kind, as OASIS has it. */
  private static Sheet repeated(int side) {
    Sheet sheet = kinds(true).cell("tile");
    for (int kind = 0; kind < 16; kind++) {
      IntList places = new IntList();
      for (int i = 0; i < side * side; i++) {
        if ((7 * i + i / side) % 16 == kind) {
          places.add(100 * (i % side)).add(100 * (i / side));
        }
      }
      sheet.scatter("k" + kind, places.toArray());
    }
    return sheet;
  }

  @Test
  void howElementsOfUnevenRepetitionsLieBesideEachOtherIsLookedAtOnce() {
    Extractor extractor = extract(repeated(SIDE).layout());
    CellWork tile = extractor.done().get("tile");
    assertThat(tile.placements).hasSize(16);
    assertThat(tile.nets).isEqualTo(SIDE);
    long larger = extract(repeated(2 * SIDE).layout()).effort().visits();
    assertThat(larger).isEqualTo(extractor.effort().visits());
  }

  @Test
  void whatLiesUnderABoxOfTheParentIsNotComparedWithItsNeighbours() {
    Extractor extractor = extract(tile(SIDE, false).layout());
    CellWork tile = extractor.done().get("tile");
    assertThat(tile.placements).isEmpty();
    assertThat(tile.devices).hasSize(SIDE * SIDE);
    assertThat(extractor.effort().visits()).isLessThan(2 * SIDE * SIDE);
  }
}
