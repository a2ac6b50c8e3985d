package pnnc.driver.layout;

import java.util.List;
import java.util.Map;

/**
 * What {@code pnnc inspect} knows of a layout. The field names are those of its JSON. Numbers
 * beyond 64 bits are the largest one.
 *
 * @param file as the user wrote it
 * @param format {@code gds} or {@code oasis}
 * @param name of the library; OASIS files have none
 * @param bytes size of the file
 * @param dbuPerMicron database units of a micron
 * @param tops cells that no other contains
 * @param boxUm left, bottom, right, top of all topmost cells; null if there is nothing
 * @param depth levels of cells below the topmost ones
 * @param references how often cells name others, an array once
 * @param placements how often cells lie in others when all is laid out flat
 * @param shapes as the file has them, an array once
 * @param flatShapes as they are drawn
 * @param labels as they are drawn
 * @param layers in order
 * @param cells in the order of the file
 * @param technology what the rules of a technology say to it; null if none was asked
 */
public record LayoutFacts(
    String file,
    String format,
    String name,
    long bytes,
    double dbuPerMicron,
    List<String> tops,
    List<Double> boxUm,
    int depth,
    long references,
    long placements,
    long shapes,
    long flatShapes,
    long labels,
    List<LayerFacts> layers,
    List<CellFacts> cells,
    TechnologyFacts technology) {
  /**
   * A layer.
   *
   * @param layer {@code 68/20}
   * @param shapes as the file has them, an array once
   * @param flatShapes as they are drawn
   * @param labels as they are drawn
   */
  public record LayerFacts(String layer, long shapes, long flatShapes, long labels) {}

  /**
   * A cell.
   *
   * @param shapes of its own, an array once
   * @param references to other cells, an array once
   * @param placements how often it lies in the topmost cells
   * @param boxUm left, bottom, right, top with all in it; null if there is nothing
   */
  public record CellFacts(
      String name, long shapes, long references, long placements, List<Double> boxUm) {}

  /**
   * What a technology says to the topmost cells together.
   *
   * @param name of the technology
   * @param rules that were checked
   * @param violations in all, places of cells counted each
   * @param broken the rules that are broken
   * @param devices by the name of their rule
   * @param findings shorts, opens and the like, with their places
   * @param unknownLayers with shapes, that the technology does not have: nothing is checked there
   */
  public record TechnologyFacts(
      String name,
      int rules,
      long violations,
      List<RuleFacts> broken,
      Map<String, Long> devices,
      List<String> findings,
      List<String> unknownLayers) {}

  /**
   * A rule that is broken.
   *
   * @param rule kind and layers
   * @param source where it is from
   * @param violations in all
   * @param first where it is broken first
   */
  public record RuleFacts(String rule, String source, long violations, String first) {}
}
