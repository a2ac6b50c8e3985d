package pnnc.driver.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bundle that another replaces: put aside under a name that the next run finds again, so that a
 * crash between the two renames loses nothing and leaves nothing behind for long.
 *
 * @param target where the bundle belongs
 * @param aside where it waits: {@code .NAME.pnnc-old} beside it
 */
record Replaced(Path target, Path aside) {
  /** What a bundle at {@code target} replaces. */
  static Replaced by(Path target) {
    Path name = target.getFileName();
    return new Replaced(target, target.resolveSibling("." + name + ".pnnc-old"));
  }

  /** Makes room at the target, if something is there. */
  void putAside() throws IOException {
    if (Files.exists(target)) {
      Files.move(target, aside);
    }
  }

  /**
   * Mends what a crash, or a rename that failed, has left: where nothing is at the target, the
   * older bundle goes back; where the newer one is there, the older one goes. What is no bundle is
   * not touched.
   */
  void recover() throws IOException {
    if (!Bundle.isWhole(aside)) {
      return;
    }
    if (Files.exists(target)) {
      delete();
    } else {
      Files.move(aside, target);
    }
  }

  /** Ends the older bundle. */
  void delete() {
    Deletion.of(aside);
  }
}
