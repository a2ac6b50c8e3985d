package pnnc.driver.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import pnnc.base.bytes.ByteSource;

/**
 * A file mapped into memory: the system reads a page when somebody looks at it. Java maps at most 2
 * GiB at a time, so that larger files are mapped in several windows; a slice across the end of one
 * is a copy. The mapping ends when the garbage collector finds it unused.
 */
public final class MappedFile implements ByteSource {
  private static final long WINDOW = 1L << 30;

  private final String name;
  private final long size;
  private final long window;
  private final List<ByteBuffer> windows;

  private MappedFile(String name, long size, long window, List<ByteBuffer> windows) {
    this.name = name;
    this.size = size;
    this.window = window;
    this.windows = windows;
  }

  /**
   * Maps a regular file.
   *
   * @param name what messages call it
   */
  public static MappedFile open(Path file, String name) throws IOException {
    return open(file, name, WINDOW);
  }

  /** The same with symbolic links refused, for a path that was resolved and judged before. */
  static MappedFile openResolved(Path file, String name) throws IOException {
    return map(file, name, WINDOW, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
  }

  /** The same with windows of {@code window} bytes. */
  static MappedFile open(Path file, String name, long window) throws IOException {
    return map(file, name, window, Set.of(StandardOpenOption.READ));
  }

  private static MappedFile map(Path file, String name, long window, Set<OpenOption> options)
      throws IOException {
    try (FileChannel channel = FileChannel.open(file, options)) {
      long size = channel.size();
      List<ByteBuffer> windows = new ArrayList<>();
      for (long at = 0; at < size; at += window) {
        windows.add(channel.map(MapMode.READ_ONLY, at, Math.min(window, size - at)));
      }
      return new MappedFile(name, size, window, windows);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public ByteBuffer slice(long offset, int length) {
    Objects.checkFromIndexSize(offset, length, size);
    if (length == 0) {
      return ByteBuffer.allocate(0).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }
    int at = (int) (offset % window);
    ByteBuffer first = windows.get((int) (offset / window));
    ByteBuffer bytes =
        length <= first.capacity() - at ? first.slice(at, length) : copy(offset, length);
    return bytes.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  private ByteBuffer copy(long offset, int length) {
    ByteBuffer copy = ByteBuffer.allocate(length);
    while (copy.hasRemaining()) {
      long from = offset + copy.position();
      ByteBuffer next = windows.get((int) (from / window));
      int at = (int) (from % window);
      copy.put(next.slice(at, Math.min(copy.remaining(), next.capacity() - at)));
    }
    return copy.flip();
  }
}
