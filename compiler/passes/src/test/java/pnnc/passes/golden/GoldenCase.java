package pnnc.passes.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pnnc.ir.network.Network;
import pnnc.passes.pipeline.Pass;
import pnnc.passes.pipeline.Pipeline;
import pnnc.passes.shape.BindDimensions;

/**
 * One golden test.
 *
 * @param program its {@code .in} file, in a folder named like the pass
 */
record GoldenCase(Path program) {
  private static final Pattern SIZE = Pattern.compile("(?m)^// with (\\S+)=(\\d+)$");

  String title() {
    return program.getParent().getFileName() + "/" + program.getFileName();
  }

  Path output() {
    return sibling(".out");
  }

  Path messages() {
    return sibling(".err");
  }

  private Path sibling(String suffix) {
    String name = program.getFileName().toString().replaceFirst("\\.in$", suffix);
    return program.resolveSibling(name);
  }

  Pass<Network, Network> pass() {
    String name = program.getParent().getFileName().toString();
    return name.equals("bind-dimensions")
        ? new BindDimensions(sizes())
        : Pipeline.byName(name).orElseThrow(() -> new AssertionError("no pass called " + name));
  }

  /** Sizes of named dimensions that the program asks for. */
  Map<String, Long> sizes() {
    Map<String, Long> sizes = new TreeMap<>();
    Matcher size = SIZE.matcher(text());
    while (size.find()) {
      sizes.put(size.group(1), Long.parseLong(size.group(2)));
    }
    return sizes;
  }

  boolean isRun() {
    return !text().contains("// not run:");
  }

  private String text() {
    try {
      return Files.readString(program);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
