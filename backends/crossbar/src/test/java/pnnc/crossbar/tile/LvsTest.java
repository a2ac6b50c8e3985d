package pnnc.crossbar.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.process.Connection;
import pnnc.base.process.DeviceRule;
import pnnc.crossbar.die.SpiceViews;
import pnnc.crossbar.testing.DrawnTile;
import pnnc.crossbar.testing.Judge;
import pnnc.crossbar.testing.MeantTile;
import pnnc.crossbar.testing.Processes;

/** KLayout finds in a tile's polygons the devices that its SPICE file has, and sees when not. */
class LvsTest {
  private static final int[][] LEVELS = {{3, 7, 0, 15}, {1, 12, 9, 4}, {14, 2, 6, 10}};

  @TempDir private Path folder;

  @BeforeEach
  void writeWhatIsMeant() throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve("tile.sp"))) {
      SpiceViews.writeDevices(DrawnTile.NAME, MeantTile.of(LEVELS), out);
    }
    try (InputStream script = LvsTest.class.getResourceAsStream("lvs.py")) {
      Files.copy(script, folder.resolve("lvs.py"));
    }
  }

  private static int[][] changed() {
    int[][] levels = new int[LEVELS.length][];
    java.util.Arrays.setAll(levels, i -> LEVELS[i].clone());
    return levels;
  }

  private String judge(int[][] drawn) throws IOException, InterruptedException {
    Path tile = Files.write(folder.resolve("tile.oas"), DrawnTile.bytes(drawn, s -> s));
    double ends = 2 * ohms("mcon", "li1") + ohms("via", "met1");
    Judge.Answer answer =
        Judge.run(
            "klayout",
            folder,
            "-b",
            "-r",
            "lvs.py",
            "-rd",
            "in=" + tile,
            "-rd",
            "top=" + DrawnTile.NAME,
            "-rd",
            "ref=tile.sp",
            "-rd",
            "sheet=" + sheet(),
            "-rd",
            "contact=" + ohms("licon1", "poly"),
            "-rd",
            "ends=" + ends);
    assertThat(answer.status()).as(answer.output()).isZero();
    return answer.output().lines().reduce((a, b) -> b).orElse("");
  }

  private static double ohms(String cut, String lower) {
    return Processes.rom130().connections().stream()
        .filter(
            c -> c instanceof Connection.Cut k && k.cut().equals(cut) && k.lower().equals(lower))
        .mapToDouble(c -> ((Connection.Cut) c).ohms().orElseThrow())
        .sum();
  }

  private static double sheet() {
    return Processes.rom130().devices().stream()
        .filter(d -> d.inside().contains("urpm"))
        .mapToDouble((DeviceRule d) -> d.sheetOhms().orElseThrow())
        .sum();
  }

  @Test
  void theTileIsTheCircuitThatIsMeant() throws IOException, InterruptedException {
    assertThat(judge(LEVELS)).isEqualTo("match 11 7");
  }

  @Test
  void aWrongLevelIsSeen() throws IOException, InterruptedException {
    int[][] drawn = changed();
    drawn[1][2]++;
    assertThat(judge(drawn)).isEqualTo("differ 11 7");
  }

  @Test
  void exchangedRowsAreSeen() throws IOException, InterruptedException {
    int[][] drawn = changed();
    drawn[0] = LEVELS[2];
    drawn[2] = LEVELS[0];
    assertThat(judge(drawn)).isEqualTo("differ 11 7");
  }

  @Test
  void aMissingDeviceIsSeen() throws IOException, InterruptedException {
    int[][] drawn = changed();
    drawn[2][3] = 0;
    assertThat(judge(drawn)).isEqualTo("differ 10 7");
  }
}
