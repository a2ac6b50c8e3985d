package pnnc.frontend.hardware;

import java.util.Map;

/** Writes targets to begin with: every field of a schema with its meaning and a value. */
final class TargetTemplate {
  private final StringBuilder text = new StringBuilder();

  private TargetTemplate() {}

  static String of(String name, ResolvedTarget target, SchemaReader.Schema schema) {
    TargetTemplate template = new TargetTemplate();
    String of = target.hardware().schema().orElseThrow();
    template.text.append("target %s : %s {\n".formatted(name, of));
    template.fields(schema.shape(), target.fields(), "  ");
    template.limits(schema.limits());
    return template.text.append("}\n").toString();
  }

  private void fields(Shape shape, Fields values, String indent) {
    for (Map.Entry<String, Shape.Slot> entry : shape.fields().entrySet()) {
      String name = entry.getKey();
      Shape.Slot slot = entry.getValue();
      Resolved value = values.get(name);
      if (!slot.doc().isEmpty()) {
        slot.doc().lines().forEach(l -> text.append("%s// %s\n".formatted(indent, l.strip())));
      }
      if (slot.kind() instanceof FieldKind.Group group) {
        text.append("%s%s = {\n".formatted(indent, name));
        fields(group.shape(), Fields.inside(value.value()).orElseThrow(), indent + "  ");
        text.append(indent).append("}\n");
      } else {
        String said = SettingsText.of(value.value(), value.kind());
        text.append("%s%s = %s\n".formatted(indent, name, said));
      }
    }
  }

  private void limits(Shape limits) {
    text.append("  // What it must keep to, and what to prefer:\n");
    limits
        .fields()
        .forEach(
            (name, slot) -> {
              String unit = slot.kind() instanceof FieldKind.InUnit in ? " " + in.unit() : "";
              text.append("  // limit %s <= 1%s\n".formatted(name, unit));
            });
    text.append("  // prefer %s\n".formatted(String.join(" then ", limits.fields().keySet())));
  }
}
