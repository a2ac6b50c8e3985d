package pnnc.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A session of an editor with the server, over pipes. */
class LanguageServerTest {
  private static final String MLP =
      """
      /// Two layers.
      net Mlp(image: f32[N, 784]) -> f32[N, 10] {
        weights w = safetensors("mlp.safetensors")
        h = image |> linear(w.fc1) |> relu
        h |> linear(w.fc2) |> softmax(axis: -1)
      }
      """;

  private static final String BLOCK =
      """
      /// Twice the same.
      fn block(x: T[N, C, H, W], p: params, s: int = 1) -> T[N, C, H, W] {
        y = x |> conv2d(p.a, stride: s, pad: same) |> relu
        y = y |> conv2d(p.b, pad: same)
        relu(y + x)
      }
      """;

  @TempDir Path folder;
  private Editor editor;
  private Path main;

  @BeforeEach
  void start() throws IOException {
    editor = Editor.start(folder.resolve("standard"));
    main = folder.resolve("main.pnn");
    String header =
        "{"
            + tensor("fc1.weight", "128,784", 0, 401408)
            + ","
            + tensor("fc1.bias", "128", 401408, 401920)
            + ","
            + tensor("fc2.weight", "10,128", 401920, 407040)
            + ","
            + tensor("fc2.bias", "10", 407040, 407080)
            + "}";
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + header.length() + 407080).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
    Files.write(folder.resolve("mlp.safetensors"), bytes.array());
  }

  private static String tensor(String name, String shape, int from, int to) {
    return "\"%s\":{\"dtype\":\"F32\",\"shape\":[%s],\"data_offsets\":[%d,%d]}"
        .formatted(name, shape, from, to);
  }

  @AfterEach
  void nothingWentWrongInside() {
    assertThat(editor.log()).isEmpty();
    editor.close();
  }

  @Test
  void theServerSaysWhatItCanDo() {
    assertThat(editor.greeting().getServerInfo().getName()).isEqualTo("pnnc");
    assertThat(editor.greeting().getCapabilities().getHoverProvider().getLeft()).isTrue();
    assertThat(editor.leave()).isTrue();
  }

  @Test
  void anEditorThatVanishesEndsTheServer() throws IOException {
    assertThat(editor.vanish()).isFalse();
  }

  @Test
  void faultsComeWithTheirReasonsAndGoWhenTheyAreMended() throws InterruptedException {
    editor.open(main, MLP.replace("f32[N, 784]", "f32[N, 768]"));
    List<Diagnostic> faults = editor.faults(main, f -> !f.isEmpty());
    assertThat(faults).hasSize(1);
    assertThat(faults.get(0).getMessage()).contains("784").contains("768");
    assertThat(faults.get(0).getCode().getLeft()).startsWith("PNN2");
    assertThat(faults.get(0).getRange().getStart().getLine()).isEqualTo(3);
    assertThat(faults.get(0).getRelatedInformation())
        .anySatisfy(r -> assertThat(r.getLocation().getUri()).endsWith("std/nn.pnn"));
    int size = editor.text(main).indexOf("768");
    editor.edit(main, size, size + 3, "784");
    assertThat(editor.faults(main, List::isEmpty)).isEmpty();
  }

  @Test
  void helpIsPartOfTheMessage() throws InterruptedException {
    editor.open(main, MLP.replace("relu", "rleu"));
    assertThat(editor.faults(main, f -> !f.isEmpty()).get(0).getMessage())
        .isEqualTo("nothing is called `rleu` here\nhelp: did you mean `relu`?");
  }

  @Test
  void whatIsOpenWinsOverTheDiskInEveryFileOfTheProgram() throws Exception {
    Path layers = folder.resolve("layers.pnn");
    Files.writeString(layers, "fn twice(x: T[..S]) -> T[..S] = x +");
    editor.open(main, "use \"layers.pnn\".{twice}\nfn f(x: f32[N]) -> f32[N] = twice(x)\n");
    assertThat(editor.faults(layers, f -> !f.isEmpty())).hasSize(1);
    editor.open(layers, "fn twice(x: T[..S]) -> T[..S] = x + x");
    assertThat(editor.faults(layers, List::isEmpty)).isEmpty();
    assertThat(editor.faults(main, List::isEmpty)).isEmpty();
    editor.shut(layers);
    assertThat(editor.faults(layers, f -> !f.isEmpty())).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '¦',
      value = {
        "h = image ¦ 0 ¦ h: f32[N, 128]",
        "image |> ¦ 1 ¦ image: f32[N, 784]",
        "w.fc1 ¦ 2 ¦ w.fc1: the group of weights",
        "relu ¦ 1 ¦ fn relu(x: T[..S]) -> T[..S]",
        "relu ¦ 0 ¦ // here: f32[N, 128]",
        "linear(w.fc1 ¦ 3 ¦ `x · wᵀ + b` along the last dimension: [..B, I]",
        "axis ¦ 1 ¦ axis: int",
        "Mlp( ¦ 0 ¦ Two layers."
      })
  void hoverTellsShapesAndWhatAuthorsSay(String what, int more, String wanted) {
    editor.open(main, MLP);
    assertThat(editor.hoverText(main, what, more)).contains(wanted);
  }

  @Test
  void hoverInAFunctionTellsItsOwnSizes() {
    editor.open(
        main, "fn f(x: f32[N, I], w: f32[O, I]) -> f32[N, O] {\n  y = x * 2\n  linear(y, w)\n}");
    assertThat(editor.hoverText(main, "y =", 0)).contains("y: f32[N, I]");
    assertThat(editor.hoverText(main, "linear", 0)).contains("// here: f32[N, O]");
    assertThat(editor.hoverText(main, "* 2", 2)).contains("2: int = 2");
  }

  @Test
  void hoverExplainsAFault() {
    editor.open(main, MLP.replace("relu", "rleu"));
    assertThat(editor.hoverText(main, "rleu", 1))
        .contains("**PNN2001** A name stands for something only if");
  }

  @Test
  void hoverTellsUnitsAndFields() {
    editor.open(
        main,
        """
        schema bar {
          /// Bits of the converter.
          width: bit in 4 bit .. 14 bit = 8 bit
        }
        target mine : bar { width = 6 bit }
        """);
    assertThat(editor.hoverText(main, "width = 6", 2))
        .contains("width: bit in 4 bit .. 14 bit = 8 bit")
        .contains("Bits of the converter.");
    assertThat(editor.hoverText(main, "6 bit", 1)).contains("a quantity in bit");
  }

  private List<String> labels(Position at) {
    return editor.complete(main, at).stream().map(CompletionItem::getLabel).toList();
  }

  /** What is offered where {@code |} stands in {@code text}. */
  private List<String> offered(String text) {
    int at = text.indexOf('¦');
    editor.open(main, text.replace("¦", ""));
    return labels(Editor.position(editor.text(main), at));
  }

  @Test
  void weightsAreOfferedFromTheirFile() {
    assertThat(offered(MLP.replace("w.fc1", "w.¦"))).containsExactly("fc1", "fc2");
    assertThat(offered(MLP.replace("w.fc1", "w.fc1.¦"))).containsExactly("bias", "weight");
  }

  @Test
  void namesInScopeAreOfferedWithTheirTypes() {
    String text = MLP.replace("  h |> linear(w.fc2)", "  ¦ |> linear(w.fc2)");
    assertThat(offered(text)).contains("h", "image", "w", "linear", "if", "op").doesNotContain("z");
    List<CompletionItem> all = editor.complete(main, new Position(4, 2));
    assertThat(all)
        .filteredOn(i -> i.getLabel().equals("h"))
        .extracting(CompletionItem::getDetail)
        .containsExactly("f32[N, 128]");
    assertThat(all)
        .filteredOn(i -> i.getLabel().equals("layer_norm"))
        .extracting(CompletionItem::getInsertText)
        .containsExactly("layer_norm(${1:x}, ${2:weight})", "layer_norm(${1:x}, ${2:p})");
  }

  @Test
  void behindAPipeTheFirstArgumentIsThere() {
    offered(MLP.replace("|> relu", "|> ¦"));
    int at = editor.text(main).indexOf("(w.fc1) |> ") + 11;
    assertThat(editor.complete(main, Editor.position(editor.text(main), at)))
        .filteredOn(i -> i.getLabel().equals("layer_norm"))
        .extracting(CompletionItem::getInsertText)
        .containsExactly("layer_norm(${1:weight})", "layer_norm(${1:p})");
  }

  @Test
  void argumentsAndTheirWordsAreOffered() {
    String call = BLOCK.replace("conv2d(p.b, pad: same)", "conv2d(p.b, pad: same, ¦)");
    assertThat(offered(call)).contains("stride:", "groups:", "dilation:").doesNotContain("pad:");
    assertThat(offered(BLOCK.replace("conv2d(p.b, pad: same)", "conv2d(p.b, pad: ¦)")))
        .contains("same", "valid");
  }

  @Test
  void operatorsAndTheirAttributesAreOffered() {
    assertThat(offered("fn f(x: f32[N]) -> f32[N] = op.¦")).contains("Relu", "Conv", "microsoft");
    assertThat(offered("fn f(x: f32[N]) -> f32[N] = op.LeakyRelu(x, ¦)")).contains("alpha:");
  }

  @Test
  void declarationsTypesAndUsesAreOffered() {
    assertThat(offered("¦")).contains("net", "fn", "use").doesNotContain("linear");
    assertThat(offered("fn f(x: ¦) -> f32[N] = x")).contains("f32", "params");
    assertThat(offered("use std.nn.{¦}")).contains("linear", "relu");
    assertThat(offered("fn f(x: f32[N]) -> f32[N] = x // ¦")).isEmpty();
  }

  @Test
  void fieldsOfASchemaAreOffered() {
    assertThat(offered("schema bar { width: bit; rate: Hz }\ntarget t : bar { ¦ }"))
        .containsExactly("width", "rate");
  }

  @Test
  void fieldsOfTheStandardLibraryAreOffered() {
    assertThat(offered("target t : std.crossbar { ¦ }"))
        .startsWith("technology", "tile", "cell")
        .contains("adc", "limit area", "limit ir_drop")
        .doesNotContain("limits", "linear");
    assertThat(offered("target t : std.crossbar { adc = { ¦ } }"))
        .containsExactly("kind", "width", "rate", "shared_by", "range", "mismatch", "offset");
    assertThat(offered("target t : std.target.crossbar { cell = std.device.via_rom with { ¦ } }"))
        .contains("levels", "prog_sigma")
        .doesNotContain("tile");
    assertThat(offered("technology t : std.tech.rom130 { layer met1 { ¦ } }")).contains("sheet");
  }

  @Test
  void fieldsOfTheStandardLibraryAreExplained() {
    editor.open(
        main,
        """
        target t : std.crossbar {
          adc = { shared_by = 4 }
          cell = std.device.hfo2_1t1r with { stuck = 0 % }
          limit ir_drop <= 2 %
        }
        """);
    assertThat(editor.hoverText(main, "shared_by", 1))
        .contains("shared_by: int in 1 .. 1024 = 8")
        .contains("columns that wait for one converter");
    assertThat(editor.hoverText(main, "stuck", 1)).contains("share of cells that cannot");
    assertThat(editor.hoverText(main, "ir_drop", 1)).contains("ir_drop: %");
    assertThat(editor.hoverText(main, "hfo2_1t1r", 1)).contains("device hfo2_1t1r");
    assertThat(editor.hoverText(main, "crossbar", 1)).contains("schema crossbar");
  }

  @Test
  void faultsOfHardwareAreTold() throws InterruptedException {
    editor.open(
        main,
        """
        target t : std.crossbar {
          technology = std.tech.rom130
          cell = std.device.via_rom
          adc = { width = 6 nm }
        }
        """);
    assertThat(editor.faults(main, f -> !f.isEmpty()))
        .singleElement()
        .satisfies(f -> assertThat(f.getRange().getStart().getLine()).isEqualTo(3));
    int unit = editor.text(main).indexOf("nm }");
    editor.edit(main, unit, unit + 2, "bit");
    assertThat(editor.faults(main, List::isEmpty)).isEmpty();
  }

  @Test
  void modulesAndTheirNamesAreOfferedBehindStd() {
    assertThat(offered("use ¦")).contains("std");
    assertThat(offered("use std.¦")).contains("nn", "device", "crossbar", "tech").hasSize(8);
    assertThat(offered("use std.n¦")).contains("nn");
    assertThat(offered("use std.tech.¦")).contains("rom130", "process").doesNotContain("nn");
    assertThat(offered("use std.device.¦")).contains("hfo2_1t1r", "resistive_cell");
    assertThat(offered("use std.nn.¦")).contains("linear").doesNotContain("std");
    assertThat(offered("target t : std.¦ { }")).contains("crossbar", "target");
    assertThat(offered("target t : std.target.crossbar { cell = std.device.¦ }"))
        .contains("via_rom");
    assertThat(offered("target t : std.target.crossbar { cell = std.nn.¦ }")).isEmpty();
  }

  @Test
  void textThatDoesNotParseIsCompletedFromItsWords() {
    assertThat(offered("fn f(first: f32[N]) -> f32[N] { second = ) (\n third = fi¦ ) }"))
        .contains("first", "second");
  }

  @Test
  void signaturesShowTheArgumentAtHand() {
    offered(MLP.replace("softmax(axis: -1)", "softmax(¦"));
    int at = editor.text(main).indexOf("softmax(") + 8;
    SignatureHelp help = editor.signatures(main, Editor.position(editor.text(main), at));
    assertThat(help.getSignatures().get(0).getLabel()).startsWith("fn softmax(x: ");
    assertThat(help.getSignatures().get(0).getActiveParameter()).isEqualTo(1);
  }

  @Test
  void definitionsAreFoundHereAndInTheStandardLibrary() throws Exception {
    editor.open(main, MLP);
    Location here = editor.definition(main, editor.at(main, "h |> linear(w.fc2", 0)).get(0);
    assertThat(here.getUri()).isEqualTo(Editor.uri(main));
    assertThat(here.getRange().getStart()).isEqualTo(editor.at(main, "h = image", 0));
    Location there = editor.definition(main, editor.at(main, "relu", 1)).get(0);
    Path file = Path.of(java.net.URI.create(there.getUri()));
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(there.getRange().getStart().getLine())).startsWith("fn relu(");
    assertThat(Files.isWritable(file) && !isRoot()).isFalse();
    editor.open(file, Files.readString(file));
    assertThat(editor.hoverText(file, "fn relu(", 4)).contains("fn relu");
  }

  /** Who may write what nobody may write. */
  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  @Test
  void aFunctionIsRenamedInEveryOpenProgram() throws IOException {
    Path layers = folder.resolve("layers.pnn");
    editor.open(layers, "fn twice(x: T[..S], k: int = 2) -> T[..S] = x * k\n");
    Files.writeString(layers, editor.text(layers));
    editor.open(main, "use \"layers.pnn\".{twice}\nfn f(x: f32[N]) -> f32[N] = twice(x, k: 3)\n");
    WorkspaceEdit edit = editor.rename(layers, editor.at(layers, "twice", 0), "doubled");
    assertThat(editor.applied(layers, edit)).startsWith("fn doubled(x");
    assertThat(editor.applied(main, edit)).contains(".{doubled}").contains("= doubled(x, k: 3)");
    WorkspaceEdit parameter = editor.rename(main, editor.at(main, "k:", 0), "factor");
    assertThat(editor.applied(layers, parameter))
        .contains("factor: int = 2")
        .endsWith("x * factor\n");
    assertThat(editor.applied(main, parameter)).contains("twice(x, factor: 3)");
  }

  @Test
  void aNameBoundAgainIsAnotherThing() {
    editor.open(main, BLOCK);
    Position second = editor.at(main, "y = y", 0);
    assertThat(editor.applied(main, editor.rename(main, second, "z")))
        .contains("  y = x |>")
        .contains("  z = y |>")
        .contains("relu(z + x)");
    assertThat(editor.prepareRename(main, second).getStart()).isEqualTo(second);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "y + x| 0| x| means something already",
        "y + x| 0| relu| means something already",
        "y + x| 0| fn| is no name",
        "y + x| 0| a b| is no name",
        "relu(y| 0| z| belongs to the standard library",
        "T[N, C, H, W], p| 0| y| means something already",
        "params| 0| z| no name here"
      })
  void renamingRefusesWhatWouldChangeTheMeaning(String what, int more, String name, String why) {
    editor.open(main, BLOCK);
    assertThatThrownBy(() -> editor.rename(main, editor.at(main, what, more), name))
        .hasMessageContaining(why);
  }

  @Test
  void theOutlineListsWhatIsDeclared() {
    editor.open(main, BLOCK + MLP + "schema bar { width: bit }\n");
    assertThat(editor.symbols(main))
        .extracting(DocumentSymbol::getName)
        .containsExactly("block", "Mlp", "bar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void formattingChangesNoMoreThanItMust(String newline) {
    String ugly = MLP.replace("  h = image", "h  =   image").replace("\n", newline);
    editor.open(main, ugly);
    List<? extends TextEdit> edits = editor.format(main);
    assertThat(editor.applied(main, edits)).isEqualTo(MLP.replace("\n", newline));
    assertThat(edits).hasSize(1);
    assertThat(edits.get(0).getRange())
        .isEqualTo(new Range(new Position(3, 0), new Position(4, 0)));
    editor.replace(main, "fn f(");
    assertThat(editor.format(main)).isEmpty();
  }

  @Test
  void positionsCountUtf16UnitsAndLinesEndAsTheyDo() throws InterruptedException {
    String text = "// 𝒩 𝄞\r\n" + MLP.replace("\n", "\r\n").replace("Two", "𝒯wo 😀");
    editor.open(main, text);
    assertThat(editor.faults(main, List::isEmpty)).isEmpty();
    int emoji = editor.text(main).indexOf("😀");
    editor.edit(main, emoji, emoji + 2, "𝄞𝄞");
    int relu = editor.text(main).indexOf("relu");
    editor.edit(main, relu, relu + 4, "gelu /* 𝄞 */".substring(0, 4));
    editor.edit(main, 0, 0, "// é\r// x\n");
    assertThat(editor.hoverText(main, "h = image", 0)).contains("h: f32[N, 128]");
    assertThat(editor.hoverText(main, "Mlp(", 0)).contains("𝒯wo 𝄞𝄞 layers.");
    assertThat(editor.hover(main, editor.at(main, "gelu", 1)).getRange().getStart())
        .isEqualTo(editor.at(main, "gelu", 0));
  }

  @Test
  void onlyTheLastOfManyEditsIsAnswered() throws InterruptedException {
    editor.open(main, MLP);
    for (int i = 0; i < 200; i++) {
      editor.edit(main, 0, 0, i % 2 == 0 ? "(" : "/");
      editor.edit(main, 0, 1, "");
    }
    editor.replace(main, MLP.replace("relu", "rleu"));
    assertThat(editor.faults(main, f -> f.size() == 1).get(0).getMessage()).contains("rleu");
    assertThat(editor.hoverText(main, "image |>", 0)).contains("f32[N, 784]");
  }
}
