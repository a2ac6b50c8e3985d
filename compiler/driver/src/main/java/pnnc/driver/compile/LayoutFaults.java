package pnnc.driver.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.driver.Reporter;
import pnnc.driver.report.JsonText;
import pnnc.driver.report.Report;
import pnnc.ir.block.Block;
import pnnc.ir.block.LinearBlock;
import pnnc.sim.faults.WeightFault;
import pnnc.sim.faults.WeightFaults;
import pnnc.sim.physics.AssembledLinear;
import pnnc.sim.physics.UnitResponse;
import pnnc.sim.twin.BlockOperator;

/**
 * Where a layout is not the model: weights, and lines most of whose weights are others, which says
 * more than many weights do.
 */
final class LayoutFaults {
  /** More are counted for the user, and are in the report. */
  private static final int MOST_SAID = 5;

  /** More of one layer are in nobody's interest. */
  private static final int MOST_KEPT = 1000;

  private static final int LEAST_OF_A_LINE = 3;

  private final List<Diagnostic> said = new ArrayList<>();
  private final List<Report.Fault> facts = new ArrayList<>();

  private LayoutFaults() {}

  /** The faults of {@code operators}, which stand for the linear ones of {@code blocks}. */
  static LayoutFaults of(Map<String, BlockOperator> operators, Map<String, Block> blocks) {
    LayoutFaults all = new LayoutFaults();
    operators.forEach(
        (name, operator) -> {
          if (operator instanceof AssembledLinear linear
              && blocks.get(name) instanceof LinearBlock block) {
            all.locate(block, linear.responses());
          }
        });
    return all;
  }

  private void locate(LinearBlock block, List<UnitResponse> units) {
    List<WeightFault> left = WeightFaults.of(block, units);
    Map<String, UnitResponse> byName = new LinkedHashMap<>();
    units.forEach(u -> byName.put(u.unit(), u));
    left = lines(block, left, WeightFault::driven, f -> byName.get(f.unit()).outputs());
    left = lines(block, left, WeightFault::read, f -> byName.get(f.unit()).inputs());
    left.stream().limit(MOST_KEPT).forEach(f -> weight(block, f));
  }

  /** A line of a unit. */
  private record Line(String unit, List<String> ports) {}

  /** Takes lines out of {@code faults}; gives what is left. */
  private List<WeightFault> lines(
      LinearBlock block,
      List<WeightFault> faults,
      Function<WeightFault, List<String>> ports,
      Function<WeightFault, Integer> length) {
    Map<Line, List<WeightFault>> byLine = new LinkedHashMap<>();
    for (WeightFault f : faults) {
      byLine.computeIfAbsent(new Line(f.unit(), ports.apply(f)), l -> new ArrayList<>()).add(f);
    }
    List<WeightFault> left = new ArrayList<>(faults);
    byLine.forEach(
        (line, own) -> {
          int all = length.apply(own.get(0));
          if (own.size() >= LEAST_OF_A_LINE && 2 * own.size() >= all) {
            left.removeAll(own);
            line(block, own, line, all);
          }
        });
    return left;
  }

  private void line(LinearBlock block, List<WeightFault> own, Line line, int all) {
    WeightFault worst = own.get(0);
    Diagnostic diagnostic =
        DiagnosticCode.LINE_DEVIATES
            .warning(line.unit, own.size(), all, names(line.ports))
            .help("the furthest off is " + place(block, worst) + ": " + numbers(worst));
    boolean isDriven = line.ports.equals(worst.driven());
    add(
        diagnostic,
        new Report.Fault(
            diagnostic.message(),
            block.name(),
            line.unit,
            isDriven ? line.ports : List.of(),
            isDriven ? List.of() : line.ports,
            isDriven ? worst.input() : null,
            isDriven ? null : worst.output(),
            null,
            null,
            own.size()));
  }

  private void weight(LinearBlock block, WeightFault f) {
    Diagnostic diagnostic =
        DiagnosticCode.WEIGHT_DEVIATES
            .warning(f.unit(), names(f.driven()), names(f.read()), numbers(f))
            .help("it is " + place(block, f));
    add(
        diagnostic,
        new Report.Fault(
            diagnostic.message(),
            block.name(),
            f.unit(),
            f.driven(),
            f.read(),
            f.input(),
            f.output(),
            JsonText.finite(f.expected()),
            JsonText.finite(f.found()),
            1));
  }

  private void add(Diagnostic diagnostic, Report.Fault fact) {
    said.add(diagnostic);
    facts.add(fact);
  }

  private static String names(List<String> ports) {
    return String.join(", ", ports);
  }

  private static String numbers(WeightFault f) {
    return String.format(Locale.ROOT, "%.4g, the model has %.4g", f.found(), f.expected());
  }

  private static String place(LinearBlock block, WeightFault f) {
    return f.input() < 0
        ? "the bias of output %d of layer `%s`".formatted(f.output(), block.name())
        : "from input %d to output %d of layer `%s`".formatted(f.input(), f.output(), block.name());
  }

  /** Tells of the first. */
  void warn(Reporter reporter) {
    said.stream().limit(MOST_SAID).forEach(reporter::diagnostic);
    if (said.size() > MOST_SAID) {
      reporter.diagnostic(DiagnosticCode.DEVIATIONS_MORE.warning(said.size() - MOST_SAID));
    }
  }

  List<Report.Fault> facts() {
    return facts;
  }
}
