package pnnc.layout.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import pnnc.layout.geometry.Box;

/** Labels name and never connect; cuts and bridges of wires are found where they are. */
class LabelsTest {
  private static Sheet lines() {
    return new Sheet()
        .cell("top")
        .box(Processes.MET1, 0, 0, 100, 10)
        .box(Processes.MET1, 0, 20, 100, 30)
        .label(Processes.MET1, "A", 5, 5)
        .label(Processes.MET1, "A", 95, 5)
        .label(Processes.MET1, "B", 5, 25);
  }

  @Test
  void namesAreOnTheirNets() {
    ExtractedCell top = lines().extract().top();
    assertThat(top.nets()).isEqualTo(2);
    assertThat(top.names(top.net("A").orElseThrow())).containsExactly("A");
    assertThat(top.net("B")).isNotEqualTo(top.net("A"));
    assertThat(top.net("C")).isEqualTo(OptionalInt.empty());
    assertThat(top.findings()).isEmpty();
  }

  @Test
  void withoutLabelsAllIsTheSameButTheNames() {
    ExtractedCell bare =
        new Sheet()
            .cell("top")
            .box(Processes.MET1, 0, 0, 100, 10)
            .box(Processes.MET1, 0, 20, 100, 30)
            .extract()
            .top();
    ExtractedCell top = lines().extract().top();
    assertThat(bare.nets()).isEqualTo(top.nets());
    for (int net = 0; net < bare.nets(); net++) {
      assertThat(bare.wires(net)).isEqualTo(top.wires(net));
      assertThat(bare.names(net)).isEmpty();
    }
  }

  @Test
  void oneNameOnTwoNetsIsOpenAndJoinsNothing() {
    ExtractedCell top = lines().label(Processes.MET1, "A", 50, 25).extract().top();
    assertThat(top.nets()).isEqualTo(2);
    assertThat(top.findings())
        .containsExactly(
            new Finding(Finding.Kind.SHORT, "top", List.of("A", "B"), new Box(5, 25, 50, 25)),
            new Finding(Finding.Kind.OPEN, "top", List.of("A"), new Box(5, 5, 95, 25)));
  }

  @Test
  void aCutWireIsOpenAndABridgedOneIsShort() {
    ExtractedCell cut =
        new Sheet()
            .cell("top")
            .box(Processes.MET1, 0, 0, 49, 10)
            .box(Processes.MET1, 50, 0, 100, 10)
            .label(Processes.MET1, "A", 5, 5)
            .label(Processes.MET1, "A", 95, 5)
            .extract()
            .top();
    assertThat(cut.nets()).isEqualTo(2);
    assertThat(cut.findings())
        .containsExactly(new Finding(Finding.Kind.OPEN, "top", List.of("A"), new Box(5, 5, 95, 5)));
    ExtractedCell bridged = lines().box(Processes.MET1, 60, 10, 61, 20).extract().top();
    assertThat(bridged.nets()).isEqualTo(1);
    assertThat(bridged.findings())
        .containsExactly(
            new Finding(Finding.Kind.SHORT, "top", List.of("A", "B"), new Box(5, 5, 95, 25)));
  }

  @Test
  void aLabelReachesTheWireOfAChildAndOneBesideWiresIsLoose() {
    Sheet sheet = new Sheet().cell("wire").box(Processes.MET1, 0, 0, 10, 10);
    sheet.cell("top").array("wire", 0, 0, 3, 1, 20, 0);
    sheet.label(Processes.MET1, "X", 25, 5).label(Processes.MET1, "Y", 15, 5);
    Extraction extraction = sheet.extract();
    ExtractedCell top = extraction.top();
    assertThat(top.instances().get(0).net(1, 0)).isEqualTo(top.net("X").orElseThrow());
    assertThat(top.instances().get(0).net(0, 0)).isEqualTo(-1);
    assertThat(extraction.cell("wire").orElseThrow().pins()).containsExactly(0);
    assertThat(extraction.findings())
        .containsExactly(
            new Finding(Finding.Kind.LOOSE_LABEL, "top", List.of("Y"), new Box(15, 5, 15, 5)));
  }
}
