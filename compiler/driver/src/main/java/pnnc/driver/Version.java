package pnnc.driver;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import pnnc.base.diagnostics.CompilerBug;

/**
 * What this pnnc is made of.
 *
 * @param pnnc its own version
 * @param onnxRuntime version of the ONNX Runtime it runs models in
 */
public record Version(String pnnc, String onnxRuntime) {
  private static final String RESOURCE = "version.properties";

  /** The versions that the build wrote down; loads no native library. */
  public static Version current() {
    try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
      Properties properties = new Properties();
      properties.load(in);
      return new Version(properties.getProperty("pnnc"), properties.getProperty("onnxruntime"));
    } catch (IOException e) {
      throw new CompilerBug("version", "no " + RESOURCE, e);
    }
  }
}
