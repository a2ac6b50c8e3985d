package pnnc.cli.command;

import com.google.gson.JsonObject;
import org.apache.commons.cli.CommandLine;
import pnnc.driver.Outcome;
import pnnc.driver.Version;

/** {@code pnnc version}: what this pnnc is made of. */
final class VersionCommand implements Command {
  @Override
  public String name() {
    return "version";
  }

  @Override
  public String summary() {
    return "show the versions of pnnc, Java and ONNX Runtime";
  }

  @Override
  public String operands() {
    return "";
  }

  @Override
  public Outcome run(CommandLine line, Run run) {
    Arguments.requireAtMost(0, line, this);
    Version version = Version.current();
    String java = System.getProperty("java.version");
    String vendor = System.getProperty("java.vendor");
    JsonObject summary = new JsonObject();
    summary.addProperty("pnnc", version.pnnc());
    summary.addProperty("java", java);
    summary.addProperty("javaVendor", vendor);
    summary.addProperty("onnxRuntime", version.onnxRuntime());
    String text =
        "pnnc %s\nJava %s (%s)\nONNX Runtime %s\n"
            .formatted(version.pnnc(), java, vendor, version.onnxRuntime());
    return Outcome.ok(text, summary);
  }
}
