package pnnc.layout.oasis;

import java.util.HashMap;
import java.util.Map;
import pnnc.base.diagnostics.DiagnosticCode;

/** Names of one kind by their reference numbers. */
final class NameTable {
  private final String kind;
  private final Map<Long, String> names = new HashMap<>();
  private int implicit;

  NameTable(String kind) {
    this.kind = kind;
  }

  /** Adds the name that comes next in {@code in}; returns its number. */
  long add(OasisInput in, boolean isExplicit) {
    String name = in.string();
    if (isExplicit ? implicit > 0 : names.size() > implicit) {
      throw in.malformed("%ss both with and without numbers".formatted(kind));
    }
    long number = isExplicit ? in.unsigned() : implicit++;
    String before = names.putIfAbsent(number, name);
    if (before != null && !before.equals(name)) {
      throw in.malformed("%s number %d is both %s and %s".formatted(kind, number, before, name));
    }
    return number;
  }

  /** The name with this number. */
  String get(long number, OasisInput in) {
    String name = names.get(number);
    if (name == null) {
      throw in.fault(DiagnosticCode.OASIS_NAME_MISSING, kind, number);
    }
    return name;
  }
}
