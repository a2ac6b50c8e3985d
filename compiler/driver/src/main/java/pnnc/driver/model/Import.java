package pnnc.driver.model;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.driver.ImportRequest;
import pnnc.driver.Outcome;
import pnnc.driver.Session;
import pnnc.driver.files.MappedFile;
import pnnc.driver.files.WholeFile;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkPrinter;

/**
 * The action {@code import}: a model as text, a program in the language or the network's own text
 * form, {@code .pnnir}.
 */
public final class Import {
  /** More weight than this is not written out as text. */
  private static final long MOST_INLINE_BYTES = 64L << 20;

  private Import() {}

  /** Prints the model of {@code request}, to its file or to {@code text}. */
  public static Outcome run(ImportRequest request, Session session, Appendable text)
      throws IOException {
    Network network = ModelLoader.load(request.model(), session);
    return request.wanted() == ImportRequest.Format.PNN
        ? ImportedProgram.run(network, request, session, text)
        : network(network, request, session, text);
  }

  private static Outcome network(
      Network network, ImportRequest request, Session session, Appendable text) throws IOException {
    NetworkPrinter printer = printer(network, request);
    session.reporter().phase("print network");
    if (request.output().isEmpty()) {
      printer.print(network, text);
      return Outcome.ok("", new JsonObject());
    }
    Path output = request.output().get();
    refuseForeign(output);
    WholeFile.write(output, part -> print(printer, network, part));
    return written(output, session);
  }

  /** Says that {@code output} is there. */
  static Outcome written(Path output, Session session) throws IOException {
    session.reporter().artifact(output, Files.size(output));
    JsonObject summary = new JsonObject();
    summary.addProperty("output", output.toString());
    return Outcome.ok("", summary);
  }

  private static void print(NetworkPrinter printer, Network network, Path part) throws IOException {
    try (Writer writer = Files.newBufferedWriter(part)) {
      printer.print(network, writer);
    }
  }

  /**
   * Beside the model, weights stay in the model's files and the text points there; anywhere else
   * they are written out.
   */
  private static NetworkPrinter printer(Network network, ImportRequest request) {
    boolean beside = request.output().map(o -> sameFolder(o, request.model())).orElse(true);
    if (beside) {
      return NetworkPrinter.withFiles(MappedFile.class::isInstance);
    }
    long bytes =
        network.graph().constants().values().stream()
            .mapToLong(t -> t.type().bytes(t.elements()).orElse(0))
            .sum();
    if (bytes > MOST_INLINE_BYTES) {
      throw new DiagnosedException(
          DiagnosticCode.ONNX_LIMIT
              .error("text with %d bytes of weights in it".formatted(bytes), MOST_INLINE_BYTES)
              .help("write it into the model's folder, where it can point to them"));
    }
    return NetworkPrinter.inline();
  }

  private static boolean sameFolder(Path a, Path b) {
    return WholeFile.folder(a).equals(WholeFile.folder(b));
  }

  /** An older text may be replaced, a model or anything else may not. */
  private static void refuseForeign(Path output) {
    if (Files.exists(output)
        && !(Files.isRegularFile(output) && ModelFile.open(output).format().equals("pnnir"))) {
      throw WholeFile.unwritable(
          output, "it exists and is not a `.pnnir` text; choose another with -o");
    }
  }
}
