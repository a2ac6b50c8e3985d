package pnnc.ir.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the two metadata entries with which PyTorch's exporter names the user's own program. */
final class PythonOrigin {
  private static final String STACK_TRACE = "pkg.torch.onnx.stack_trace";
  private static final String NAME_SCOPES = "pkg.torch.onnx.name_scopes";
  private static final Pattern FRAME = Pattern.compile("File \"([^\"]+)\", line (\\d+)");
  private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

  private PythonOrigin() {}

  static String describe(Map<String, String> metadata) {
    String line = lastUserFrame(metadata.getOrDefault(STACK_TRACE, ""));
    String scope = innermostScope(metadata.getOrDefault(NAME_SCOPES, ""));
    if (scope.isEmpty()) {
      return line;
    }
    return line.isEmpty() ? scope : scope + " (" + line + ")";
  }

  /** The innermost frame outside PyTorch itself: {@code detector.py:118}. */
  private static String lastUserFrame(String trace) {
    String found = "";
    Matcher frame = FRAME.matcher(trace);
    while (frame.find()) {
      if (!frame.group(1).contains("/torch/")) {
        String path = frame.group(1).replace('\\', '/');
        found = path.substring(path.lastIndexOf('/') + 1) + ":" + frame.group(2);
      }
    }
    return found;
  }

  /** Scopes are printed as a Python list, outermost first; the last is the operator itself. */
  private static String innermostScope(String scopes) {
    List<String> names = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(scopes);
    while (quoted.find()) {
      names.add(quoted.group(1) != null ? quoted.group(1) : quoted.group(2));
    }
    names.removeIf(String::isEmpty);
    return names.size() < 2 ? "" : names.get(names.size() - 2);
  }
}
