package pnnc.driver.model;

import com.google.gson.JsonObject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.diagnostics.Place;
import pnnc.driver.ImportRequest;
import pnnc.driver.Outcome;
import pnnc.driver.Session;
import pnnc.driver.data.NpzWriter;
import pnnc.driver.files.WholeFile;
import pnnc.driver.program.ModelTensors;
import pnnc.frontend.write.ModelWeights;
import pnnc.frontend.write.NetworkWriter;
import pnnc.ir.network.Network;
import pnnc.ir.network.Tensor;
import pnnc.passes.fold.FoldConstants;
import pnnc.passes.fold.FoldShapePrograms;
import pnnc.passes.fold.RemoveDeadCode;
import pnnc.passes.inline.InlineFunctions;
import pnnc.passes.normalize.FreezeDefaults;
import pnnc.passes.pipeline.ConstantEvaluator;
import pnnc.passes.pipeline.Pass;
import pnnc.passes.pipeline.PassContext;
import pnnc.passes.pipeline.Pipeline;
import pnnc.passes.shape.InferTypes;
import pnnc.passes.upgrade.UpgradeOpset;

/** A model as a program that takes its weights from the model's file. */
public final class ImportedProgram {
  /** What makes a network readable without making weights that its file does not have. */
  private static final List<Pass<Network, Network>> PASSES =
      List.of(
          new InlineFunctions(),
          new InferTypes(),
          new UpgradeOpset(),
          new InlineFunctions(),
          new FreezeDefaults(),
          new InferTypes(),
          new FoldShapePrograms(),
          new FoldConstants(),
          new RemoveDeadCode(),
          new InferTypes());

  /** Names that exporters give to every graph. */
  private static final Set<String> IDLE_NAMES =
      Set.of(
          "",
          "graph",
          "main_graph",
          "main",
          "torch_jit",
          "torch-jit-export",
          "tf2onnx",
          "model",
          "network");

  private ImportedProgram() {}

  /** Writes the program of {@code network} as {@code request} wants it. */
  static Outcome run(Network network, ImportRequest request, Session session, Appendable text)
      throws IOException {
    NetworkWriter.Written written = write(network, request, session);
    session.reporter().phase("write program");
    if (request.output().isEmpty()) {
      if (!written.extra().isEmpty()) {
        throw WholeFile.unwritable(
            Path.of(extraFile(request)),
            "the program needs a file of weights beside it; give its own name with -o");
      }
      text.append(written.text());
      return Outcome.ok("", new JsonObject());
    }
    Path output = request.output().get();
    if (Files.exists(output) && !ModelFile.open(output).format().equals("pnn")) {
      throw WholeFile.unwritable(
          output, "it exists and is no `.pnn` program; choose another with -o");
    }
    if (!written.extra().isEmpty()) {
      Path extra = WholeFile.folder(output).resolve(extraFile(request));
      WholeFile.write(extra, part -> archive(written.extra(), part));
      session.reporter().artifact(extra, Files.size(extra));
    }
    WholeFile.write(output, part -> Files.writeString(part, written.text()));
    return Import.written(output, session);
  }

  private static void archive(Map<String, Tensor> tensors, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      NpzWriter.write(tensors, out);
    }
  }

  /**
   * The program, as text.
   *
   * @param network as it was read from the request's model
   */
  public static NetworkWriter.Written write(
      Network network, ImportRequest request, Session session) {
    session.reporter().phase("simplify network");
    String file = request.model().toString();
    PassContext context = new PassContext(file, new Diagnostics(), ConstantEvaluator.NONE);
    Network simple = Pipeline.run(network, PASSES, context);
    context.diagnostics().all().forEach(session.reporter()::diagnostic);
    NetworkWriter.Title title =
        new NetworkWriter.Title(
            name(network.graph().name(), request.model()),
            source(network, request.model()),
            extraFile(request));
    List<String> refusal = new ArrayList<>();
    return NetworkWriter.write(simple, weights(network, request), title, refusal)
        .orElseThrow(
            () ->
                new DiagnosedException(
                    DiagnosticCode.NOT_WRITABLE
                        .error(refusal.get(0))
                        .at(new Place.WholeFile(file))));
  }

  /** {@code imported from bert.onnx: pytorch 1.8, operator set 11}. */
  private static String source(Network network, Path model) {
    Network.Header header = network.header();
    String producer = (header.producer() + " " + header.producerVersion()).strip();
    return "imported from %s: %soperator set %d"
        .formatted(model.getFileName(), producer.isEmpty() ? "" : producer + ", ", network.opset());
  }

  private static ModelWeights weights(Network network, ImportRequest request) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    if (ModelFile.open(request.model()).format().equals("onnx")) {
      ModelTensors.of(network.graph()).forEach((name, tensor) -> tensors.put(name, tensor.get()));
    }
    return new ModelWeights(modelPath(request), tensors);
  }

  /** The model's path as a program in the output's place says it. */
  private static String modelPath(ImportRequest request) {
    Path model = request.model().toAbsolutePath().normalize();
    Path path =
        request.output().map(o -> WholeFile.folder(o).relativize(model)).orElse(request.model());
    return path.toString().replace('\\', '/');
  }

  private static String extraFile(ImportRequest request) {
    return stem(request.output().orElse(request.model())) + ".weights.npz";
  }

  private static String stem(Path file) {
    return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
  }

  /** {@code BertTiny} for {@code bert-tiny.onnx}, or for a graph of that name. */
  private static String name(String graph, Path model) {
    String stem = stem(model);
    boolean idle = IDLE_NAMES.contains(stem.toLowerCase(Locale.ROOT));
    String plain = idle && !IDLE_NAMES.contains(graph) ? graph : stem;
    String name =
        Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
            .filter(s -> !s.isEmpty())
            .map(s -> s.substring(0, 1).toUpperCase(Locale.ROOT) + s.substring(1))
            .collect(Collectors.joining());
    return name.isEmpty() || !Character.isLetter(name.charAt(0)) ? "Net" + name : name;
  }
}
