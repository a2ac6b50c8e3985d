package pnnc.onnx.wire;

import java.util.Map;
import java.util.TreeMap;

/** A repeated field of {@code StringStringEntryProto}: of entries with one key the last counts. */
public final class Entries {
  private final Map<String, String> pairs = new TreeMap<>();

  /** Adds the entry in the field that {@code in} stands at. */
  public void add(WireReader in) {
    Entry entry = in.message(new Entry());
    pairs.put(entry.key, entry.value);
  }

  public Map<String, String> pairs() {
    return pairs;
  }

  private static final class Entry implements FieldHandler {
    private String key = "";
    private String value = "";

    @Override
    public void field(WireReader in) {
      switch (in.field()) {
        case Fields.Entry.KEY -> key = in.looseText();
        case Fields.Entry.VALUE -> value = in.looseText();
        default -> in.value();
      }
    }
  }
}
