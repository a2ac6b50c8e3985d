package pnnc.driver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.driver.CompileRequest;
import pnnc.driver.bundle.Bundle;
import pnnc.driver.bundle.FileRecord;
import pnnc.driver.report.JsonText;
import pnnc.driver.testing.Seeds;
import pnnc.ir.block.BlockInterface;
import pnnc.ir.block.LinearForm;
import pnnc.ir.block.LinearShape;
import pnnc.ir.block.UnitInterface;
import pnnc.ir.block.Window;

/** Designs that are well-formed JSON and something else: one diagnostic, or none at all. */
class DesignReaderTest {
  private static final int MUTANTS = 3000;

  @TempDir Path folder;

  private static DesignFile good() {
    Window window = Window.of(3, 3);
    return new DesignFile(
        DesignFile.SCHEMA,
        "0.1",
        new DesignFile.Model("net.onnx", "ab".repeat(32)),
        "toy",
        Map.of("width", "6bit"),
        new Given(
            Map.of("width", "6bit"),
            Map.of("N", 8L),
            List.of("fc*"),
            List.of(new CompileRequest.Region("f", List.of("x"), List.of("y", "z")))),
        5,
        List.of(
            linear("dense", new LinearShape(new LinearForm.Dense(), 1, 3, 2)),
            linear("conv", new LinearShape(new LinearForm.Convolution(window), 2, 4, 2)),
            linear("up", new LinearShape(new LinearForm.TransposedConvolution(window), 1, 1, 1)),
            new DesignFile.BlockEntry(
                "f",
                null,
                List.of(
                    new DesignFile.OutputEntry("f32", List.of(1L, 2L)),
                    new DesignFile.OutputEntry("f64", List.of(1L))),
                ports("f", 4, 3))),
        List.of(new FileRecord("layout/top.toy", 12, "cd".repeat(32))));
  }

  private static DesignFile.BlockEntry linear(String name, LinearShape shape) {
    BlockInterface ports = ports(name, shape.in(), shape.out());
    return new DesignFile.BlockEntry(name, DesignFile.LinearEntry.of(shape), null, ports);
  }

  private static BlockInterface ports(String name, int in, int out) {
    UnitInterface unit =
        new UnitInterface(
            name + ".0",
            0,
            List.of(
                new UnitInterface.Drive(
                    "W0", in - 1, 0.5, 0, new UnitInterface.Converter(8, -0.2, 0.2)),
                new UnitInterface.Drive("W1", -1, 0, 1)),
            List.of(new UnitInterface.Readout("B0", out - 1, -2.5, 0.25)));
    return new BlockInterface(name, in, out, List.of(unit));
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve(Bundle.DESIGN), text);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    write(JsonText.pretty(good()));
    assertThat(DesignFile.read(folder)).isEqualTo(good());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"schema\": 5 | \"schema\": 99 | `schema` is not 5",
        "\"net.onnx\" | \"\\u0000\" | `model.file` makes no sense",
        "\"N\": 8 | \"N\": -8 | `given.dims.N` should be a whole number from 0",
        "\"fc*\" | 5 | `given.only[0]` should be a text, found 5",
        "\"seed\": 5 | \"sead\": 5 | `seed` is missing",
        "\"seed\": 5 | \"seed\": 99999999999999999999 | `seed` should be a whole number",
        "\"toy\" | null | `target` should be a text, found null",
        "\"6bit\" | 6 | `settings.width` should be a text, found 6",
        "\"layout/top.toy\" | \"../../etc/passwd\" | `files[0].path` leads outside the bundle",
        "\"bytes\": 12 | \"bytes\": -12 | `files[0].bytes` should be a whole number from 0",
        "\"kind\": \"dense\" | \"kind\": \"sparse\" | `blocks[0].linear` makes no sense: no such kind",
        "\"groups\": 2 | \"groups\": 3 | `blocks[1].linear` makes no sense: 4 to 2 channels in 3",
        "\"inputSize\": 3 | \"inputSize\": 4 | `blocks[0].linear` does not have the sizes",
        "\"factor\": 0.5 | \"factor\": 1e999 | `blocks[0].ports.units[0].drives[0].factor` should be",
        "\"bits\": 8 | \"bits\": 25 | `blocks[0].ports.units[0].drives[0].converter` makes no sense",
        "\"sliceBits\": 0 | \"sliceBits\": 25 | `blocks[0].ports.units[0].sliceBits` makes no sense",
        "\"output\": 1 | \"output\": 2 | `blocks[0].ports` makes no sense: ports of dense.0 reach",
        "\"name\": \"conv\" | \"name\": \"dense\" | `blocks[1].ports.block` is not the block's name",
        "\"type\": \"f64\" | \"type\": \"string\" | `blocks[3].outputs[1].type` is no type of numbers",
      })
  void theDiagnosticNamesFileAndField(String old, String other, String message) throws IOException {
    String text = JsonText.pretty(good());
    assertThat(text).contains(old);
    int at = text.indexOf(old);
    write(text.substring(0, at) + other + text.substring(at + old.length()));
    DiagnosedException fault =
        catchThrowableOfType(DiagnosedException.class, () -> DesignFile.read(folder));
    assertThat(fault.diagnostics()).hasSize(1);
    assertThat(fault.diagnostics().get(0).code()).isEqualTo(DiagnosticCode.BUNDLE_MALFORMED);
    assertThat(fault.diagnostics().get(0).message())
        .startsWith(folder.resolve(Bundle.DESIGN).toString())
        .contains(message);
  }

  @Test
  void aDesignThatIsNotThereIsUnreadable() {
    DiagnosedException fault =
        catchThrowableOfType(DiagnosedException.class, () -> DesignFile.read(folder));
    assertThat(fault.diagnostics().get(0).code()).isEqualTo(DiagnosticCode.FILE_UNREADABLE);
  }

  @Test
  void noMutantMeetsAnotherException() throws IOException {
    long seed = Seeds.upTo(1).findFirst().orElseThrow();
    Random random = new Random(seed);
    int refused = 0;
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = DesignMutants.mutant(JsonText.pretty(good()), i % 4 == 0, random);
      Files.write(folder.resolve(Bundle.DESIGN), mutant);
      refused += isRefused("seed %d, mutant %d".formatted(seed, i)) ? 1 : 0;
    }
    assertThat(refused).isBetween(MUTANTS / 2, MUTANTS - 1);
  }

  private boolean isRefused(String which) {
    try {
      DesignFile.read(folder);
      return false;
    } catch (DiagnosedException e) {
      assertThat(e.diagnostics()).as(which).hasSize(1);
      assertThat(e.diagnostics().get(0).code())
          .as(which)
          .isEqualTo(DiagnosticCode.BUNDLE_MALFORMED);
      return true;
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(which, e);
    }
  }
}
