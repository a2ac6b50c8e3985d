package pnnc.layout.testing;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The shared script that reads surfaces and volumes with VTK and teem; skips where these are not.
 */
public final class VolumeCheck {
  private VolumeCheck() {}

  /** What the script says of a file. */
  public static Oracle.Answer run(Path file) throws IOException, InterruptedException {
    String script = Oracle.script("volume_check.py").toString();
    Oracle python = Oracle.python();
    Oracle.Answer answer = python.run(file.getParent(), script, file.toString());
    if (answer.output().contains("No module named")) {
      Oracle.absent("vtk is not installed");
    }
    return answer;
  }
}
