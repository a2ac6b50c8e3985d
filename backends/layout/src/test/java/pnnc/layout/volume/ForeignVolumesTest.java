package pnnc.layout.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.units.Micrometres;
import pnnc.layout.testing.Oracle;

/** What VTK and teem write is read; skipped where they are not installed. */
class ForeignVolumesTest {
  @TempDir private Path folder;

  @Test
  void everyFormThatVtkWritesIsRead() throws IOException, InterruptedException {
    Path script = folder.resolve("make.py");
    try (InputStream text = getClass().getResourceAsStream("make.py")) {
      Files.write(script, text.readAllBytes());
    }
    Oracle python = Oracle.python();
    Oracle.Answer answer = python.run(folder, script.toString(), folder.toString());
    if (answer.output().contains("No module named")) {
      Oracle.absent("vtk is not installed");
    }
    assertThat(answer.status()).as(answer.output()).isZero();
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(f -> f.toString().endsWith(".vti")).sorted().toList();
    }
    assertThat(files).hasSize(48);
    for (Path file : files) {
      Volume volume = Volumes.read(Files.readAllBytes(file));
      assertThat(volume.grid()).as("%s", file).isEqualTo(grid());
      ByteBuffer values = ByteBuffer.wrap(volume.values().toByteArray());
      values.order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < 60; i++) {
        assertThat(values.getShort() & 0xFFFF).as("%s", file).isEqualTo(1000 * i);
      }
    }
  }

  private static VolumeGrid grid() {
    return new VolumeGrid(axis(5, 1, 0.5), axis(4, 2, 0.25), axis(3, 3, 2), VolumeType.U16);
  }

  private static VolumeAxis axis(int samples, double origin, double spacing) {
    return new VolumeAxis(samples, new Micrometres(origin), new Micrometres(spacing));
  }

  @Test
  void whatTeemWritesIsRead() throws IOException, InterruptedException {
    Oracle teem = Oracle.require("teem-unu");
    Volume volume = Volumes.random(3, VolumeType.F32);
    Path ours = folder.resolve("ours.nrrd");
    Files.write(ours, Volumes.nrrd(volume, NrrdWriter.Encoding.GZIP));
    // With text, teem 1.12 swaps the bytes before it prints the numbers: its text is always little.
    for (String how : List.of("raw little", "raw big", "gzip little", "gzip big", "ascii little")) {
      String encoding = how.split(" ", 2)[0];
      String endian = how.split(" ", 2)[1];
      Path theirs = folder.resolve(encoding + endian + ".nrrd");
      Oracle.Answer answer =
          teem.run(
              folder,
              "save",
              "-i",
              ours.toString(),
              "-f",
              "nrrd",
              "-e",
              encoding,
              "-en",
              endian,
              "-o",
              theirs.toString());
      assertThat(answer.status()).as(answer.output()).isZero();
      Volume read = Volumes.read(Files.readAllBytes(theirs));
      assertThat(read.values()).as("%s", theirs).isEqualTo(volume.values());
      assertThat(read.grid().type()).isEqualTo(VolumeType.F32);
    }
  }
}
