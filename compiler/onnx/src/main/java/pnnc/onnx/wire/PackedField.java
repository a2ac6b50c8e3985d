package pnnc.onnx.wire;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import pnnc.base.bytes.ByteSource;

/**
 * A repeated field of numbers. Usually that is one packed run, which stays where it is; several
 * runs and single numbers are legal too and are joined, since unpacked numbers look the same.
 */
public final class PackedField {
  private static final int CHUNK = 1 << 16;

  private ByteSource run = ByteSource.of("packed numbers", new byte[0]);
  private Optional<ByteArrayOutputStream> joined = Optional.empty();

  /** Adds the numbers in the field that {@code in} stands at. */
  public void add(WireReader in) {
    ByteSource more = in.value();
    if (joined.isEmpty() && run.size() == 0) {
      run = more;
    } else {
      join(more, in);
    }
  }

  private void join(ByteSource more, WireReader in) {
    if (joined.isEmpty()) {
      ByteArrayOutputStream buffer = new ByteArrayOutputStream();
      in.budget().charge(2 * run.size());
      append(run, buffer);
      joined = Optional.of(buffer);
    }
    in.budget().charge(2 * more.size());
    append(more, joined.get());
  }

  private static void append(ByteSource from, ByteArrayOutputStream to) {
    byte[] chunk = new byte[(int) Math.min(CHUNK, from.size())];
    for (long at = 0; at < from.size(); at += chunk.length) {
      int length = (int) Math.min(chunk.length, from.size() - at);
      from.slice(at, length).get(chunk, 0, length);
      to.write(chunk, 0, length);
    }
  }

  /** All numbers, packed. */
  public ByteSource run() {
    return joined.map(b -> ByteSource.of("packed numbers", b.toByteArray())).orElse(run);
  }
}
