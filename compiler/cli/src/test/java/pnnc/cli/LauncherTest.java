package pnnc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a repository of nothing but itself, with a Java and a Maven that only pretend.
 */
class LauncherTest {
  private static final String JAVA =
      """
      #!/bin/bash
      for word in "$@"; do
        case $word in -XX:ArchiveClassesAtExit=*) echo archive >"${word#*=}"; exit ;; esac
      done
      [[ $* == *' -jar '*/pnnc.jar* ]] || exit 99
      printf '%s\\n' "$@" >"$LOG/java"
      printf '[%s]' "${@:$#}"
      exit 42
      """;
  private static final String MAVEN =
      """
      #!/bin/bash
      echo run >>"$LOG/mvn"
      sleep 0.3
      while [[ $1 != -f ]]; do shift; done
      [[ ! -e $LOG/broken ]] || { echo 'cannot compile x'; exit 1; }
      [[ $* == *-Dbuild.folder=target/launcher* ]] || exit 99
      target=${2%/pom.xml}/compiler/cli/target/launcher
      mkdir -p "$target"
      echo jar >"$target/pnnc.jar"
      """;

  @TempDir Path temporary;
  private Path root;
  private Path log;

  private record Result(int status, String out, String err) {}

  @BeforeEach
  void pretend() throws IOException {
    Path launcher = Path.of(System.getProperty("pnnc.root", "absent"), "pnnc");
    assumeTrue(Files.isExecutable(launcher), "skipped: no launcher at the repository's root");
    root = Files.createDirectories(temporary.resolve("a place with blanks"));
    log = Files.createDirectories(temporary.resolve("log"));
    executable(root.resolve("pnnc"), Files.readString(launcher));
    Path source = Files.createDirectories(root.resolve("compiler/cli/src/main/java"));
    Files.writeString(source.resolve("Main.java"), "");
    Files.writeString(root.resolve("pom.xml"), "");
    Files.writeString(root.resolve("compiler/cli/pom.xml"), "");
    executable(temporary.resolve("bin/mvn"), MAVEN);
    java("jdk", "17.0.1");
  }

  private void java(String name, String version) throws IOException {
    executable(temporary.resolve(name + "/bin/java"), JAVA);
    Files.writeString(
        temporary.resolve(name + "/release"),
        "IMPLEMENTOR=\"Pretend\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
  }

  private static void executable(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Process start(String jdk, Map<String, String> more, Path program, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(temporary.toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("PATH", temporary.resolve("bin") + ":/usr/bin:/bin");
    environment.put("JAVA_HOME", temporary.resolve(jdk).toString());
    environment.put("LOG", log.toString());
    environment.putAll(more);
    return builder.start();
  }

  private static Result end(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), out, err);
  }

  private Result pnnc(String... arguments) throws Exception {
    return end(start("jdk", Map.of(), root.resolve("pnnc"), arguments));
  }

  private long builds() throws IOException {
    return Files.exists(log.resolve("mvn")) ? Files.readAllLines(log.resolve("mvn")).size() : 0;
  }

  @Test
  void theFirstRunBuildsAndSaysSo() throws Exception {
    Result first = pnnc("x");
    assertThat(first.err()).startsWith("pnnc: building, the first time").hasLineCount(1);
    assertThat(first.status()).as("Java's own status").isEqualTo(42);
    Result second = pnnc("x");
    assertThat(second).isEqualTo(new Result(42, "[x]", ""));
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void aChangeInTheSourcesBuildsAgain() throws Exception {
    pnnc("x");
    FileTime later = FileTime.fromMillis(System.currentTimeMillis() + 5000);
    Path test = Files.createDirectories(root.resolve("compiler/cli/src/test"));
    Files.setLastModifiedTime(Files.writeString(test.resolve("T.java"), ""), later);
    pnnc("x");
    assertThat(builds()).as("a test is no source").isEqualTo(1);
    Files.setLastModifiedTime(root.resolve("compiler/cli/src/main/java/Main.java"), later);
    pnnc("x");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void argumentsArriveAsTheyAre() throws Exception {
    assertThat(pnnc("a b  'c' $d *").out()).isEqualTo("[a b  'c' $d *]");
    assertThat(pnnc("").out()).isEqualTo("[]");
  }

  @Test
  void optionsForJavaAreHandedOver() throws Exception {
    end(start("jdk", Map.of("PNNC_JAVA_OPTS", "-Xmx8g  -Da=b"), root.resolve("pnnc"), "x"));
    assertThat(Files.readAllLines(log.resolve("java")))
        .containsSubsequence("-Xmx8g", "-Da=b", "-jar");
  }

  @Test
  void symbolicLinksAreFollowed() throws Exception {
    Path far = Files.createDirectories(temporary.resolve("far away"));
    Path first =
        Files.createSymbolicLink(far.resolve("one"), Path.of("../a place with blanks/pnnc"));
    Path second = Files.createSymbolicLink(temporary.resolve("two"), first);
    assertThat(end(start("jdk", Map.of(), second, "x")).out()).isEqualTo("[x]");
  }

  @Test
  void severalFirstRunsBuildOnce() throws Exception {
    List<Process> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      all.add(start("jdk", Map.of(), root.resolve("pnnc"), "x"));
    }
    for (Process process : all) {
      assertThat(end(process).out()).isEqualTo("[x]");
    }
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void anOldJavaIsRefusedInOneLine() throws Exception {
    java("old", "1.8.0_202");
    Result result = end(start("old", Map.of(), root.resolve("pnnc"), "x"));
    assertThat(result.status()).isEqualTo(7);
    assertThat(result.err()).matches("pnnc: Java 17 or later is needed; .* version 1.8.0_202\n");
  }

  @Test
  void aMissingJavaIsReportedInOneLine() throws Exception {
    Result result = end(start("nowhere", Map.of(), root.resolve("pnnc"), "x"));
    assertThat(result.status()).isEqualTo(7);
    assertThat(result.err()).startsWith("pnnc: JAVA_HOME is ").hasLineCount(1);
  }

  @Test
  void aFailedBuildShowsWhyAndIsTriedAgain() throws Exception {
    Files.writeString(log.resolve("broken"), "");
    Result broken = pnnc("x");
    assertThat(broken.status()).isEqualTo(7);
    assertThat(broken.err()).contains("cannot compile x", "the build failed");
    Files.delete(log.resolve("broken"));
    assertThat(pnnc("x").out()).isEqualTo("[x]");
  }

  @Test
  void eachJavaHasAnArchiveOfItsOwn() throws Exception {
    pnnc("x");
    java("new", "25.0.3");
    assertThat(end(start("new", Map.of(), root.resolve("pnnc"), "x")).out()).isEqualTo("[x]");
    assertThat(Files.readAllLines(log.resolve("java")))
        .contains("--sun-misc-unsafe-memory-access=allow")
        .anyMatch(option -> option.matches("-XX:SharedArchiveFile=.*/pnnc-25.0.3-Pretend.jsa"));
    assertThat(builds()).isEqualTo(1);
  }
}
