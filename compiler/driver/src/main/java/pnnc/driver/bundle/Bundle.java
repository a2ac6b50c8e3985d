package pnnc.driver.bundle;

/** The names of the files in a bundle. */
public final class Bundle {
  /** What the bundle is made of: schema, hashes, ports. Its presence makes a folder a bundle. */
  public static final String DESIGN = "design.json";

  /** The network with every physical block cut out. */
  public static final String HOST = "host.onnx";

  /** The weights of the host graph, where they are too many for one file. */
  public static final String HOST_WEIGHTS = "host.onnx.data";

  /** What a pipeline reads. */
  public static final String REPORT = "report.json";

  private Bundle() {}
}
