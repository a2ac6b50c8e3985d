package pnnc.onnx.write;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import pnnc.base.bytes.Blob;
import pnnc.base.bytes.ByteSource;
import pnnc.onnx.wire.Budget;
import pnnc.onnx.wire.FieldHandler;
import pnnc.onnx.wire.ReadLimits;
import pnnc.onnx.wire.Unread;
import pnnc.onnx.wire.WireReader;

/**
 * Sorts what a reader kept unread of a message: into parts that belong to something with a name (a
 * value, an attribute) and the rest.
 */
final class Fragments {
  /** Values and attributes have their names in this field. */
  private static final int NAME = 1;

  /** What is read here was in memory already. */
  private static final ReadLimits UNLIMITED =
      new ReadLimits(ReadLimits.DEFAULT.depth(), Long.MAX_VALUE);

  private final Map<Key, Blob> parts = new HashMap<>();
  private Blob rest = Blob.EMPTY;

  private record Key(int field, String name) {}

  private Fragments() {}

  /** Sorts {@code unread}; what is in {@code namedFields} belongs to named things. */
  static Fragments of(Blob unread, Set<Integer> namedFields) {
    Fragments fragments = new Fragments();
    if (!unread.isEmpty()) {
      Unread others = new Unread();
      read(unread, in -> fragments.sort(in, namedFields, others));
      fragments.rest = others.toBlob();
    }
    return fragments;
  }

  private static void read(Blob wire, FieldHandler handler) {
    ByteSource source = ByteSource.of("unread fields", wire.toByteArray());
    WireReader.read(source, handler, UNLIMITED, new Budget("unread fields", UNLIMITED));
  }

  private void sort(WireReader in, Set<Integer> namedFields, Unread others) {
    if (namedFields.contains(in.field()) && in.isBytes()) {
      int field = in.field();
      NamedPart part = in.message(new NamedPart());
      parts.put(new Key(field, part.name), part.unread.toBlob());
    } else {
      others.keep(in);
    }
  }

  /** What belongs to the thing called {@code name} in {@code field}. */
  Blob part(int field, String name) {
    return parts.getOrDefault(new Key(field, name), Blob.EMPTY);
  }

  /** What belongs to nothing that has a name. */
  Blob rest() {
    return rest;
  }

  /** {@code unread} without what is in {@code fields}. */
  static Blob without(Set<Integer> fields, Blob unread) {
    Unread others = new Unread();
    read(
        unread,
        in -> {
          if (fields.contains(in.field())) {
            in.value();
          } else {
            others.keep(in);
          }
        });
    return others.toBlob();
  }

  private static final class NamedPart implements FieldHandler {
    private String name = "";
    private final Unread unread = new Unread();

    @Override
    public void field(WireReader in) {
      if (in.field() == NAME) {
        name = in.text();
      } else {
        unread.keep(in);
      }
    }
  }
}
