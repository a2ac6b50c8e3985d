package pnnc.driver.compile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.driver.Session;
import pnnc.driver.model.ModelFile;
import pnnc.driver.model.ModelLoader;
import pnnc.driver.model.Normalization;
import pnnc.ir.network.Network;
import pnnc.passes.partition.Partitioned;

/**
 * The user's model.
 *
 * @param file where it is
 * @param network what the file says
 * @param sha256 of everything the model was read from
 */
record Original(ModelFile file, Network network, String sha256) {
  static Original read(Path path, Session session, PhaseTimes times) {
    ModelFile file = ModelFile.open(path);
    Network network = times.measure("read", () -> ModelLoader.load(file, session));
    return new Original(file, network, file.sha256());
  }

  /** The model cut up for the hardware at the end of {@code road}; says what the passes say. */
  Partitioned cut(Road road, Session session, PhaseTimes times) {
    List<Diagnostic> warnings = new ArrayList<>();
    String name = file.path().toString();
    Network normal =
        times.measure("normalise", () -> Normalization.run(network, name, session, warnings));
    Partitioned cut = times.measure("partition", () -> road.partition(normal, name, warnings));
    warnings.stream().distinct().forEach(session.reporter()::diagnostic);
    return cut;
  }
}
