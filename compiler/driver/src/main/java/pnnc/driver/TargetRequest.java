package pnnc.driver;

import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What to do with descriptions of hardware. */
public sealed interface TargetRequest {
  /** Which targets need no file. */
  record List() implements TargetRequest {}

  /**
   * All fields of a target, a device or a technology.
   *
   * @param name {@code crossbar}, {@code std.tech.rom130} or {@code FILE.pnn#name}
   * @param overrides fields of the target, by dotted path
   */
  record Show(String name, SortedMap<String, String> overrides) implements TargetRequest {
    public Show {
      overrides = Collections.unmodifiableSortedMap(new TreeMap<>(overrides));
    }
  }

  /**
   * The text of a target to begin with.
   *
   * @param name what to call it
   * @param like which target it is like, named as in {@link Show}
   */
  record New(String name, String like) implements TargetRequest {}

  /** What is wrong with the hardware in a file, or could be better. */
  record Lint(Path file) implements TargetRequest {}
}
