package pnnc.driver.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import pnnc.frontend.program.Library;
import pnnc.frontend.source.SourceText;

/** The files of the standard library, which is on the class path. */
public final class StandardLibrary {
  private static final String END = ".pnn";

  /** A file that is always there, beside which the others are. */
  private static final String LAYERS = Library.STANDARD + "nn" + END;

  private StandardLibrary() {}

  /**
   * A file.
   *
   * @param name {@code std/nn}: the words of {@code use std.nn}, joined by slashes
   */
  public static Optional<SourceText> file(String name) {
    if (!name.startsWith(Library.STANDARD) || name.contains("..")) {
      return Optional.empty();
    }
    try (InputStream in = StandardLibrary.class.getResourceAsStream("/" + name + END)) {
      return in == null
          ? Optional.empty()
          : Optional.of(
              new SourceText(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of all files, {@code std/nn}, sorted. */
  public static List<String> names() {
    URL layers = Objects.requireNonNull(StandardLibrary.class.getResource("/" + LAYERS), LAYERS);
    try {
      URLConnection connection = layers.openConnection();
      return connection instanceof JarURLConnection jar
          ? inJar(jar)
          : inFolder(Path.of(URI.create(layers.toString())).getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> inJar(JarURLConnection connection) throws IOException {
    // A cached file is the class loader's own: closing it would end the program.
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      return names(jar.stream().map(ZipEntry::getName));
    }
  }

  private static List<String> inFolder(Path folder) throws IOException {
    Path root = folder.getParent();
    try (Stream<Path> files = Files.walk(folder)) {
      return names(files.map(f -> root.relativize(f).toString().replace('\\', '/')));
    }
  }

  private static List<String> names(Stream<String> files) {
    return files
        .filter(f -> f.startsWith(Library.STANDARD) && f.endsWith(END))
        .map(f -> f.substring(0, f.length() - END.length()))
        .sorted()
        .toList();
  }
}
