package pnnc.driver.inspect;

import java.util.List;
import java.util.Map;

/**
 * What {@code pnnc inspect} knows of a model. The field names are those of its JSON.
 *
 * @param file as the user wrote it
 * @param format {@code onnx} or {@code pnnir}
 * @param producer the tool that wrote it, and its version; may be empty
 * @param opsets versions of the operator sets, by domain
 * @param inputs what the caller gives
 * @param outputs what the caller gets
 * @param dimensions names of sizes that the caller chooses; {@code --dim} fixes them
 * @param parameters numbers in the constants
 * @param weightBytes bytes of the constants
 * @param macs multiply-accumulates of one run, as far as they are known
 * @param macsAssume what was counted as 1 for that
 * @param macsUnknown operators that are not in it, or not in full: a size is not known
 * @param operators how often each operator occurs, in the model as it is
 * @param linear operators that hardware can take, after the passes
 * @param host linear operators that must stay, with the reason
 * @param physicalMacShare share of the multiply-accumulates in {@code linear}; null if there are
 *     none
 * @param physicalMacShareIs what that says of the true share; see {@link
 *     pnnc.driver.report.MacShare#kind}
 * @param backends what each installed backend says to the blocks
 */
public record ModelFacts(
    String file,
    String format,
    String producer,
    Map<String, Integer> opsets,
    List<ValueFacts> inputs,
    List<ValueFacts> outputs,
    List<String> dimensions,
    long parameters,
    long weightBytes,
    long macs,
    List<String> macsAssume,
    List<String> macsUnknown,
    Map<String, Integer> operators,
    List<BlockFacts> linear,
    List<KeptFacts> host,
    Double physicalMacShare,
    String physicalMacShareIs,
    List<BackendFacts> backends) {
  /** An input or output. */
  public record ValueFacts(String name, String type) {}

  /**
   * A linear block.
   *
   * @param name of the block
   * @param kind {@code dense}, {@code convolution} or {@code transposed-convolution}
   * @param out rows of one matrix
   * @param in columns of one matrix
   * @param groups matrices side by side
   * @param parameters weights, without the bias
   * @param calls how many operators share it
   * @param macs of all calls
   */
  public record BlockFacts(
      String name,
      String kind,
      int out,
      int in,
      int groups,
      long parameters,
      int calls,
      long macs) {}

  /** A linear operator that stays on the host. */
  public record KeptFacts(String operator, String reason) {}

  /**
   * What a backend makes of the blocks.
   *
   * @param backend its name
   * @param accepted number of blocks it takes
   * @param refused blocks that it does not take, with the reason
   */
  public record BackendFacts(String backend, int accepted, List<KeptFacts> refused) {}
}
