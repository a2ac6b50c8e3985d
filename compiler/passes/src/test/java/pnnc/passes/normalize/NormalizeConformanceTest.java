package pnnc.passes.normalize;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.ir.network.Network;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;

class NormalizeConformanceTest {
  @Test
  void sweep() throws IOException {
    Path root = Path.of(System.getProperty("pnnc.shared", "none"), "conformance", "onnx-node");
    assumeTrue(Files.isDirectory(root), "no conformance cases here: skipped");
    Map<String, List<String>> fired = new TreeMap<>();
    List<String> bad = new ArrayList<>();
    int changed = 0;
    int equal = 0;
    for (String line : Files.readAllLines(root.resolve("INDEX.csv"))) {
      if (!line.startsWith("node") && !line.startsWith("pytorch") && !line.startsWith("simple"))
        continue;
      String name = line.substring(0, line.indexOf(','));
      try {
        ConformanceCase c = ConformanceCase.read(root.resolve(name), name).withConstantWeights();
        Network before = Passes.prepared(c.network());
        List<String> passes = new ArrayList<>();
        Diagnostics said = new Diagnostics();
        Network after = Passes.run(Passes.NORMALIZING, before, said, passes);
        said.all().forEach(d -> System.out.println(name + ": " + d.message()));
        if (passes.isEmpty()) continue;
        changed++;
        passes.forEach(p -> fired.computeIfAbsent(p, k -> new ArrayList<>()).add(name));
        Optional<String> b = differs(c, before);
        Optional<String> a = differs(c, after);
        if (a.isEmpty()) equal++;
        else bad.add(name + passes + " before: " + b + " after: " + a);
      } catch (RuntimeException e) {
        java.io.StringWriter w = new java.io.StringWriter();
        e.printStackTrace(new java.io.PrintWriter(w));
        bad.add(name + " " + w.toString().lines().limit(6).toList());
      }
    }
    System.out.println("changed " + changed + " equal " + equal);
    fired.forEach((k, v) -> System.out.println(k + " " + v.size() + " " + v));
    bad.forEach(System.out::println);
  }

  private static Optional<String> differs(ConformanceCase c, Network network) {
    try {
      Map<String, Tensor> got = Passes.compute(network, c.inputs());
      for (Map.Entry<String, Tensor> e : c.outputs().entrySet()) {
        Tensor t = got.get(e.getKey());
        if (t.elements() == 0) continue;
        if (!t.shape().equals(e.getValue().shape())) return Optional.of(t + " not " + e.getValue());
        double[] x = TensorElements.of(t).toDoubles(),
            y = TensorElements.of(e.getValue()).toDoubles();
        for (int i = 0; i < x.length; i++) {
          double tol = t.type().bits() == 16 ? 1e-2 : 1e-3;
          if (!(Math.abs(x[i] - y[i]) <= tol + tol * Math.abs(y[i]))
              && !(Double.isNaN(x[i]) && Double.isNaN(y[i]))
              && x[i] != y[i]) return Optional.of("at %d: %s not %s".formatted(i, x[i], y[i]));
        }
      }
      return Optional.empty();
    } catch (DiagnosedException e) {
      return Optional.of(e.getMessage());
    }
  }
}
