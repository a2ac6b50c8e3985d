package pnnc.frontend.hardware;

import java.util.List;
import java.util.Optional;
import pnnc.frontend.ast.Operator;
import pnnc.frontend.source.Span;
import pnnc.frontend.units.Measure;

/**
 * What must hold of a result.
 *
 * @param title of the check
 * @param net the network
 * @param target what it was compiled for; empty for the host
 * @param reference the model to compare with; empty for the network itself
 * @param inputs samples
 * @param labels what accuracy is measured against
 * @param seed of everything random in it
 * @param requirements at nominal conditions
 * @param corners other conditions
 * @param faults how many defects to plant; 0 for none
 */
public record ResolvedCheck(
    String title,
    String net,
    Optional<Declared> target,
    Optional<DataSource> reference,
    Optional<DataSource> inputs,
    Optional<DataSource> labels,
    long seed,
    List<Requirement> requirements,
    List<Corner> corners,
    long faults,
    Span span) {
  /**
   * Data in a file.
   *
   * @param format {@code npz}, {@code npy}, {@code csv}, {@code idx} or {@code onnx}
   * @param file relative to the program
   * @param array which of the file
   * @param from first sample
   * @param to sample behind the last
   */
  public record DataSource(
      String format,
      String file,
      Optional<String> array,
      Optional<Long> from,
      Optional<Long> to,
      Span span) {}

  /**
   * One bound.
   *
   * @param output of which it is required; empty for all
   * @param isEachLayer whether it must hold for every layer by itself
   * @param confidence between 0 and 1
   */
  public record Requirement(
      Metric metric,
      Optional<String> output,
      boolean isEachLayer,
      Operator operator,
      Measure bound,
      Optional<Measure> confidence,
      Span span) {}

  /**
   * Other conditions.
   *
   * @param draws how many chips to draw
   */
  public record Corner(
      String name, long draws, List<Variation> variations, List<Requirement> requirements) {
    public Corner {
      variations = List.copyOf(variations);
      requirements = List.copyOf(requirements);
    }
  }

  /**
   * A parameter that differs in a corner.
   *
   * @param path of the target's field
   * @param value a quantity, or a range that each chip draws from
   */
  public record Variation(String path, DataValue value, Span span) {}

  public ResolvedCheck {
    requirements = List.copyOf(requirements);
    corners = List.copyOf(corners);
  }
}
