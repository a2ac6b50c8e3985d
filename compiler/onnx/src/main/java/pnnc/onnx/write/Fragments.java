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
  private static final ReadLimits GENEROUS =
      new ReadLimits(ReadLimits.DEFAULT.depth(), Integer.MAX_VALUE);

  private final Map<Integer, Map<String, Blob>> parts = new HashMap<>();
  private Blob rest = Blob.EMPTY;

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
    WireReader.read(source, handler, GENEROUS, new Budget("unread fields", GENEROUS));
  }

  private void sort(WireReader in, Set<Integer> namedFields, Unread others) {
    if (namedFields.contains(in.field()) && in.isBytes()) {
      int field = in.field();
      NamedPart part = in.message(new NamedPart());
      parts.computeIfAbsent(field, f -> new HashMap<>()).put(part.name, part.unread.toBlob());
    } else {
      others.keep(in);
    }
  }

  /** What belongs to the thing called {@code name} in {@code field}. */
  Blob part(int field, String name) {
    return parts.getOrDefault(field, Map.of()).getOrDefault(name, Blob.EMPTY);
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
