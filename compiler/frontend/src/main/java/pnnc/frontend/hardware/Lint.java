package pnnc.frontend.hardware;

import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Severity;
import pnnc.frontend.ast.Item.HardwareKind;

/** What is not wrong but ought to be better, such as numbers of which nobody knows whence. */
final class Lint {
  private final Report report;

  Lint(Report report) {
    this.report = report;
  }

  /**
   * Warns of numbers of {@code hardware}, a device or technology, without source or assumption, and
   * of what does not fit together in a technology.
   */
  void hardware(ResolvedHardware hardware) {
    if (hardware.kind() == HardwareKind.TECHNOLOGY) {
      new TechnologyLint(hardware, report).run();
    }
    hardware
        .fields()
        .walk(
            (path, field) -> {
              boolean isNumber = isNumber(field.value());
              if (isNumber && field.provenance().isEmpty()) {
                warn(path, field);
              }
            });
  }

  /** As {@link #hardware} for what a target is built of; its own choices need no source. */
  void target(ResolvedTarget target) {
    target
        .fields()
        .values()
        .values()
        .forEach(
            field -> {
              if (field.value() instanceof DataValue.Part part
                  && part.hardware().kind() != HardwareKind.TARGET) {
                hardware(part.hardware());
              }
            });
  }

  /** Warns of defaults of {@code shape} without source or assumption. */
  void schema(Shape shape, String prefix) {
    shape
        .fields()
        .forEach(
            (name, slot) -> {
              boolean isNumber = slot.otherwise().filter(Arithmetic::isNumber).isPresent();
              if (isNumber && slot.provenance().isEmpty()) {
                report.fault(
                    DiagnosticCode.NOT_SOURCED.error(prefix + name).as(Severity.WARNING),
                    slot.span());
              }
              if (slot.kind() instanceof FieldKind.Group group) {
                schema(group.shape(), prefix + name + ".");
              }
            });
    shape.entries().forEach((kind, entry) -> schema(entry, prefix + kind + "."));
  }

  /** Whether {@code value} is one that devices vary in. */
  static boolean isNumber(DataValue value) {
    return value instanceof DataValue.Quantity || value instanceof DataValue.Interval;
  }

  private void warn(String path, Resolved field) {
    report.fault(DiagnosticCode.NOT_SOURCED.error(path).as(Severity.WARNING), field.span());
  }
}
