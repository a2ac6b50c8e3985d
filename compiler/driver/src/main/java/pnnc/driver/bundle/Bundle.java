package pnnc.driver.bundle;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of the files in a bundle. */
public final class Bundle {
  /** What the bundle is made of: schema, hashes, ports. */
  public static final String DESIGN = "design.json";

  /** The network with every physical block cut out. */
  public static final String HOST = "host.onnx";

  /** The weights of the host graph, where they are too many for one file. */
  public static final String HOST_WEIGHTS = "host.onnx.data";

  /** What a pipeline reads. */
  public static final String REPORT = "report.json";

  private Bundle() {}

  /**
   * Whether a path names a file inside a bundle: relative, with forward slashes, and no way up.
   *
   * @throws java.nio.file.InvalidPathException if it is no path on this system
   */
  public static boolean isInside(String path) {
    Path asGiven = Path.of(path);
    return !path.isEmpty()
        && !path.contains("\\")
        && !path.startsWith("/")
        && !asGiven.isAbsolute()
        && asGiven.normalize().equals(asGiven)
        && !asGiven.startsWith("..");
  }

  /**
   * Whether {@code folder} is a bundle and nothing else: every file in it is one that its {@code
   * design.json} lists.
   */
  static boolean isWhole(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      Set<String> found =
          all.filter(f -> !Files.isDirectory(f))
              .map(f -> folder.relativize(f).toString().replace('\\', '/'))
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> listed = listed(folder);
      return found.remove(DESIGN) && !listed.isEmpty() && listed.containsAll(found);
    } catch (IOException | JsonParseException | IllegalStateException e) {
      return false;
    }
  }

  /** Whether {@code place} is a folder with nothing in it. */
  static boolean isEmpty(Path place) {
    if (!Files.isDirectory(place)) {
      return false;
    }
    try (Stream<Path> inside = Files.list(place)) {
      return inside.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private static Set<String> listed(Path folder) throws IOException {
    JsonObject design =
        JsonParser.parseString(Files.readString(folder.resolve(DESIGN))).getAsJsonObject();
    Set<String> listed = new TreeSet<>();
    if (design.has("pnnc") && design.has("schema") && design.has("files")) {
      listed.add(REPORT);
      for (JsonElement file : design.getAsJsonArray("files")) {
        listed.add(file.getAsJsonObject().get("path").getAsString());
      }
    }
    return listed;
  }
}
