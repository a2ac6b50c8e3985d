package pnnc.driver.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardLibraryTest {
  private static final Path STORED =
      Path.of(System.getProperty("pnnc.root")).resolve("stdlib/src/main/resources");

  @TempDir Path folder;

  @Test
  void everyFileIsNamedAndFound() throws IOException {
    try (var files = Files.walk(STORED)) {
      assertThat(StandardLibrary.names())
          .containsExactlyElementsOf(
              files
                  .filter(f -> f.toString().endsWith(".pnn"))
                  .map(f -> STORED.relativize(f).toString().replace(".pnn", ""))
                  .sorted()
                  .toList());
    }
    assertThat(StandardLibrary.names()).allMatch(n -> StandardLibrary.file(n).isPresent());
    assertThat(StandardLibrary.file("std/../std/nn")).isEmpty();
    assertThat(StandardLibrary.file("std/nothing")).isEmpty();
  }

  /** As users have it: in a jar, which stays usable. */
  @Test
  void filesInAJarAreNamedToo() throws Exception {
    Path jar = folder.resolve("std.jar");
    try (OutputStream bytes = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(bytes)) {
      for (String name : new String[] {"std/tech/b.pnn", "std/nn.pnn", "other/c.pnn"}) {
        out.putNextEntry(new JarEntry(name));
      }
    }
    URL classes = StandardLibrary.class.getProtectionDomain().getCodeSource().getLocation();
    URL frontend =
        pnnc.frontend.program.Library.class.getProtectionDomain().getCodeSource().getLocation();
    URL[] path = {URI.create(jar.toUri().toString()).toURL(), classes, frontend};
    try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
      Class<?> inJar = loader.loadClass(StandardLibrary.class.getName());
      for (int i = 0; i < 2; i++) {
        assertThat(inJar.getMethod("names").invoke(null))
            .isEqualTo(java.util.List.of("std/nn", "std/tech/b"));
      }
      assertThat(loader.getResource("std/nn.pnn").openStream().readAllBytes()).isEmpty();
    }
  }
}
