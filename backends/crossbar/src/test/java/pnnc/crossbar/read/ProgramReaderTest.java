package pnnc.crossbar.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.crossbar.program.ProgramFormat;

/** What is written is read; whatever else stands in a file is one error with its line. */
class ProgramReaderTest {
  private static final String GOOD = "# two\nrow,column,siemens\n0,0,1e-6\n0,1,4e-5\n";

  private static double[] read(String text, int rows, int columns) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ProgramReader.read(ByteSource.of("p.csv", bytes), rows, columns, 1e-6, 4e-5);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    double[] siemens = new SplittableRandom(1).doubles(6, 1e-6, 4e-5).toArray();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ProgramFormat.write("unit", 2, 3, k -> siemens[k], out);
    assertThat(read(out.toString(StandardCharsets.UTF_8), 2, 3)).containsExactly(siemens);
  }

  @Test
  void orderAndLineEndsDoNotMatter() {
    assertThat(read(GOOD, 1, 2)).containsExactly(1e-6, 4e-5);
    assertThat(read("row,column,siemens\r\n0,1,4e-5\r\n0,0,1e-6", 1, 2))
        .containsExactly(1e-6, 4e-5);
  }

  /** The fields: what is replaced, by what, and what is said; a bar is the end of a line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "siemens; ohm; 2: expected the columns `row,column,siemens`, found `row,column,ohm`",
        "0,1,4e-5; 0,1; 4: expected row, column and siemens, found `0,1`",
        "0,1,4e-5; 0,2,4e-5; 4: the column is from 0 to 1, not `2`",
        "0,1,4e-5; 1,1,4e-5; 4: the row is from 0 to 0, not `1`",
        "0,1,4e-5; -0,1,4e-5; 4: the row is from 0 to 0, not `-0`",
        "0,1,4e-5; 0,99999999999,4e-5; 4: the column is from 0 to 1, not `99999999999`",
        "0,1,4e-5; 0,0,4e-5; 4: row 0, column 0 comes twice",
        "0,1,4e-5|; ''; 3: row 0, column 1 is not there",
        "4e-5; 5e-5; 4: a memory has from 1.0E-6 S to 4.0E-5 S, not `5e-5`",
        "4e-5; NaN; 4: a memory has from 1.0E-6 S to 4.0E-5 S, not `NaN`",
        "4e-5; 1.2.3; 4: a memory has from 1.0E-6 S to 4.0E-5 S, not `1.2.3`",
        "4e-5; 1e-999; 4: a memory has from 1.0E-6 S to 4.0E-5 S, not `1e-999`",
        "4e-5|; 4e-5||; 5: expected row, column and siemens, found ``",
      })
  void faultsAreSaidWithTheirLine(String from, String to, String said) {
    String text = GOOD.replace(from.replace('|', '\n'), to.replace('|', '\n'));
    assertThat(text).isNotEqualTo(GOOD);
    requireFault(text, "p.csv:" + said);
  }

  private static void requireFault(String text, String said) {
    assertThatThrownBy(() -> read(text, 1, 2))
        .isInstanceOfSatisfying(
            DiagnosedException.class,
            e -> {
              assertThat(e.diagnostics()).hasSize(1);
              assertThat(e.diagnostics().get(0).code()).isEqualTo(DiagnosticCode.PROGRAM_MALFORMED);
              assertThat(e.getMessage()).contains(said);
            });
  }

  @Test
  void emptyAndEndlessFilesAreFaults() {
    requireFault("", "p.csv:1: row 0, column 0 is not there");
    requireFault("#" + "x".repeat(100_000), "p.csv:1: the line is longer than 200 characters");
    requireFault(
        "\u0000\u001b[2J", "p.csv:1: expected the columns `row,column,siemens`, found `??[2J`");
  }

  @Test
  void changedBytesNeverCrash() {
    SplittableRandom random = new SplittableRandom(5);
    int refused = 0;
    for (int k = 0; k < 500; k++) {
      byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      try {
        ProgramReader.read(ByteSource.of("p.csv", bytes), 1, 2, 1e-6, 4e-5);
      } catch (DiagnosedException e) {
        assertThat(e.diagnostics()).hasSize(1);
        refused++;
      }
    }
    assertThat(refused).isBetween(100, 499);
  }
}
