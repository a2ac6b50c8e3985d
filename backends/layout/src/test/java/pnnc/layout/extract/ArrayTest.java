package pnnc.layout.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Arrays are joined by arithmetic: one look at an element and its neighbours. */
class ArrayTest {
  private static final int SIDE = 300;

  /** Rows of met1 and columns of met2 run through the cells; a memory joins neither. */
  private static Sheet bits() {
    return new Sheet()
        .cell("bit")
        .box(Processes.MET1, 0, 3, 10, 7)
        .box(Processes.MET2, 3, 0, 7, 10)
        .box(Processes.VIA, 4, 4, 6, 6)
        .box(Processes.MEM, 3, 3, 7, 7)
        .cell("tile")
        .array("bit", 0, 0, SIDE, SIDE, 10, 10);
  }

  @Test
  void aTileHasOneNetForEachRowAndColumn() {
    Extraction extraction = bits().extract();
    ExtractedCell tile = extraction.top();
    assertThat(tile.nets()).isEqualTo(2 * SIDE);
    Device memory = extraction.cell("bit").orElseThrow().devices().get(0);
    int row = memory.terminals().get(0).net();
    int column = memory.terminals().get(1).net();
    Instance bits = tile.instances().get(0);
    assertThat(bits.columns()).isEqualTo(SIDE);
    for (int k = 0; k < bits.count(); k++) {
      assertThat(bits.net(k, row)).isEqualTo(bits.net(k - k % SIDE, row));
      assertThat(bits.net(k, column)).isEqualTo(bits.net(k % SIDE, column));
    }
    assertThat(bits.net(0, row)).isNotEqualTo(bits.net(SIDE, row));
    assertThat(bits.net(0, column)).isNotEqualTo(bits.net(1, column));
  }

  @Test
  void tilesAreJoinedThroughTheirEdgesAndStraps() {
    Sheet sheet = bits().cell("top").array("tile", 0, 0, 2, 1, 10 * SIDE, 0);
    sheet.place("tile", 0, 10 * SIDE + 100).box(Processes.MET2, 4, 10 * SIDE, 6, 10 * SIDE + 100);
    Extraction extraction = sheet.extract();
    ExtractedCell top = extraction.top();
    ExtractedCell tile = extraction.cell("tile").orElseThrow();
    assertThat(tile.nets()).isEqualTo(2 * SIDE);
    assertThat(top.nets()).isEqualTo(SIDE + 1);
    assertThat(top.instances().get(0).connected()).hasSize(SIDE + 1);
  }
}
