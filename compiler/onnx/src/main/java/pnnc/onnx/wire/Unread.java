package pnnc.onnx.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import pnnc.base.bytes.Blob;
import pnnc.base.bytes.ByteSource;

/**
 * Collects the fields of a message that pnnc gives no meaning. Fields inside a part of the message
 * are kept as another occurrence of that part which holds nothing else: protobuf merges the two.
 */
public final class Unread {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);

  /** Keeps the field that {@code in} stands at. */
  public void keep(WireReader in) {
    ByteSource field = in.wholeField();
    in.budget().charge(2 * field.size() + Budget.OBJECT);
    byte[] copy = new byte[(int) field.size()];
    field.slice(0, copy.length).get(copy);
    bytes.writeBytes(copy);
  }

  /** Keeps what a part of the message, in field {@code number}, could not give a meaning. */
  public void keepPart(int number, Blob part) {
    if (!part.isEmpty()) {
      add(new WireMessage().message(number, new WireMessage().raw(part)));
    }
  }

  /** The same for a part that is one of many and is told from the others by its name. */
  public void keepNamedPart(int number, int nameField, String name, Blob part) {
    if (!part.isEmpty()) {
      WireMessage named = new WireMessage().text(nameField, name).raw(part);
      add(new WireMessage().message(number, named));
    }
  }

  /** Keeps a text field that has no place of its own. */
  public void addText(int number, String text) {
    add(new WireMessage().textIfAny(number, text));
  }

  /** Keeps entries that have no place of their own. */
  public void addEntries(int number, Map<String, String> pairs) {
    add(new WireMessage().entries(number, pairs));
  }

  /** Keeps fields that are in wire form already. */
  public void add(Blob fields) {
    bytes.writeBytes(fields.toByteArray());
  }

  private void add(WireMessage message) {
    if (message.isEmpty()) {
      return;
    }
    try {
      message.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Blob toBlob() {
    return bytes.size() == 0 ? Blob.EMPTY : Blob.of(bytes.toByteArray());
  }
}
