package pnnc.driver.layout;

import java.util.List;
import java.util.Optional;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.diagnostics.ExitStatus;
import pnnc.base.process.ProcessRules;
import pnnc.driver.Outcome;
import pnnc.driver.Session;
import pnnc.driver.hardware.HardwareReader;
import pnnc.driver.report.JsonText;
import pnnc.layout.model.Cell;
import pnnc.layout.model.Layout;
import pnnc.layout.picture.Survey;

/** The action {@code inspect}, of a layout. */
public final class LayoutInspection {
  private LayoutInspection() {}

  /**
   * What is in {@code file}, and what a technology says to it. A layout that breaks rules ends the
   * run as a limit that is missed.
   *
   * @param technology as {@link HardwareReader#process} wants it
   */
  public static Outcome run(LayoutFile file, Optional<String> technology, Session session) {
    Optional<ProcessRules> process =
        technology.map(name -> new HardwareReader(new Diagnostics()).process(name));
    Layout layout = file.read(session);
    LayoutFacts.TechnologyFacts rules =
        process.map(p -> new TechnologyInspection(p, session).of(layout)).orElse(null);
    LayoutFacts facts = facts(file, layout, rules);
    boolean isBroken = rules != null && rules.violations() > 0;
    return new Outcome(
        isBroken ? ExitStatus.LIMIT_MISSED : ExitStatus.OK,
        LayoutText.of(facts),
        JsonText.object(facts));
  }

  private static LayoutFacts facts(
      LayoutFile file, Layout layout, LayoutFacts.TechnologyFacts technology) {
    Survey survey = new Survey(layout);
    List<LayoutFacts.LayerFacts> layers =
        survey.layers().entrySet().stream()
            .map(
                e ->
                    new LayoutFacts.LayerFacts(
                        e.getKey().toString(),
                        e.getValue().shapes(),
                        e.getValue().flatShapes(),
                        e.getValue().flatLabels()))
            .toList();
    List<LayoutFacts.CellFacts> cells =
        layout.cells().stream().map(cell -> cell(cell, survey)).toList();
    return new LayoutFacts(
        file.path().toString(),
        file.format(),
        layout.name(),
        file.size(),
        layout.grid().dbuPerMicron(),
        layout.tops().stream().map(Cell::name).toList(),
        survey.boxUm(layout.tops()).orElse(null),
        survey.depth(),
        cells.stream().mapToLong(LayoutFacts.CellFacts::references).sum(),
        survey.placements(),
        layers.stream().mapToLong(LayoutFacts.LayerFacts::shapes).sum(),
        layers.stream().mapToLong(LayoutFacts.LayerFacts::flatShapes).reduce(0, Survey::sum),
        layers.stream().mapToLong(LayoutFacts.LayerFacts::labels).reduce(0, Survey::sum),
        layers,
        cells,
        technology);
  }

  private static LayoutFacts.CellFacts cell(Cell cell, Survey survey) {
    return new LayoutFacts.CellFacts(
        cell.name(),
        survey.shapes(cell),
        cell.references().size(),
        survey.placements(cell),
        survey.boxUm(List.of(cell)).orElse(null));
  }
}
