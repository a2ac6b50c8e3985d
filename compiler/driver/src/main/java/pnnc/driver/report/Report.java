package pnnc.driver.report;

import java.util.List;
import java.util.Map;
import pnnc.driver.bundle.FileRecord;
import pnnc.sim.equivalence.OutputMetrics;

/**
 * {@code report.json}: what a compilation came to. The field names are a contract. A number that
 * was not computed is {@code null}, never zero.
 *
 * @param schema version of this layout of fields
 * @param pnnc version that wrote it
 * @param model what was compiled
 * @param target what for
 * @param seed of everything random in the run
 * @param physical how much of the network became hardware
 * @param layout the files that were emitted
 * @param energyPerInferenceJ of the hardware for one run of the network; null where nothing is
 *     physical, nothing was read back, or it is not known of all blocks
 * @param latencyS likewise, of the hardware alone
 * @param costs what those are made of; null likewise
 * @param limits of the target, in its order
 * @param verify how the verdict was reached
 * @param verdict {@code equivalent}, {@code not-equivalent} or {@code inconclusive}; {@code
 *     not-checked} if the user asked for no verdict
 * @param reason why the verdict is inconclusive, a clause; null if it is not
 * @param timings wall-clock seconds by phase; the only field that differs between equal runs
 */
public record Report(
    int schema,
    String pnnc,
    ModelFacts model,
    String target,
    long seed,
    Physical physical,
    LayoutFacts layout,
    Double energyPerInferenceJ,
    Double latencyS,
    Costs costs,
    List<Limit> limits,
    Verification verify,
    String verdict,
    String reason,
    Map<String, Double> timings) {
  /** The version of the fields above. */
  public static final int SCHEMA = 1;

  /**
   * The model.
   *
   * @param sha256 of the model file and of those in which it keeps weights; see {@code ModelDigest}
   * @param parameters numbers in its constants
   */
  public record ModelFacts(String sha256, long parameters) {}

  /**
   * The share that is hardware.
   *
   * @param macShare multiply-accumulates in physical blocks, of all that are known; null if there
   *     are none at all
   * @param macShareIs {@code exact}, {@code at-most}, {@code at-least} or {@code estimate}: what
   *     that says of the true share, where sizes or lengths of loops are not known; null without
   * @param blocks cut out of the network
   * @param tiles units the blocks are made of
   * @param devices drawn; null in a report of {@code verify}, which counts none
   * @param lowering what lowering says of its own work, by name, the greater the worse: the
   *     greatest of all units; empty where it says nothing
   */
  public record Physical(
      Double macShare,
      String macShareIs,
      int blocks,
      int tiles,
      Long devices,
      Map<String, Double> lowering) {}

  /**
   * The layout.
   *
   * @param files layout files, sorted by path
   * @param areaUm2 of the die; null where there is none
   */
  public record LayoutFacts(List<FileRecord> files, Double areaUm2) {}

  /**
   * What one run of the network takes, of the nominal chip.
   *
   * @param energyJ all of it
   * @param latencyS blocks one after the other, the host left out
   * @param arrayJ in cells and wires, from the solved currents
   * @param inputConvertersJ before word lines
   * @param outputConvertersJ behind bit lines
   * @param amplifiersJ that hold bit lines while they are read
   * @param irDrop greatest share that wires take of an output's current, all inputs equal
   * @param samples that this is the mean of
   */
  public record Costs(
      double energyJ,
      double latencyS,
      double arrayJ,
      double inputConvertersJ,
      double outputConvertersJ,
      double amplifiersJ,
      double irDrop,
      int samples) {}

  /**
   * A limit of the target.
   *
   * @param quantity as the schema calls it
   * @param operator as the target has it: {@code <=}
   * @param bound in the unit below
   * @param found null if it was not measured
   * @param unit empty for shares and counts
   * @param met null if it was not measured
   */
  public record Limit(
      String quantity, String operator, double bound, Double found, String unit, Boolean met) {}

  /**
   * The comparison with the original model.
   *
   * @param source {@code layout} if the chip was rebuilt from emitted geometry; {@code host} if
   *     there is none and the emitted {@code host.onnx} was run
   * @param inputs where the samples came from
   * @param samples how many were compared
   * @param top1Agreement share with the same arg max; null if no output is a class score
   * @param top1LowerBound with the confidence below (Clopper–Pearson)
   * @param confidence of the bound
   * @param snrDb worst output; null if nothing differs at all
   * @param nrmse worst output
   * @param maxAbs worst output
   * @param toleranceAbs what {@code maxAbs} may be, from the reference's own noise
   * @param outputs each output of the model
   * @param layers each physical layer; empty where there is none
   * @param corner resistances and temperature that the layout was read with; null without hardware
   * @param chips simulated with different device spreads; 1 if only the nominal chip was
   * @param spread of those; null if only the nominal chip was judged. The figures above are the
   *     nominal chip's in any case
   * @param faultsPlanted in the emitted files
   * @param faultsCaught of those
   * @param accuracy against the labels of the data; null without any that can be used
   * @param faults where the layout is not what it should be, whatever the verdict; the gravest
   *     first
   */
  public record Verification(
      String source,
      String inputs,
      long samples,
      Double top1Agreement,
      Double top1LowerBound,
      double confidence,
      Double snrDb,
      Double nrmse,
      Double maxAbs,
      Double toleranceAbs,
      List<OutputFacts> outputs,
      List<OutputFacts> layers,
      String corner,
      int chips,
      Spread spread,
      int faultsPlanted,
      int faultsCaught,
      Accuracy accuracy,
      List<Fault> faults) {
    /** This, with the spread of single chips. */
    public Verification with(Spread other) {
      return new Verification(
          source,
          inputs,
          samples,
          top1Agreement,
          top1LowerBound,
          confidence,
          snrDb,
          nrmse,
          maxAbs,
          toleranceAbs,
          outputs,
          layers,
          corner,
          other.each().size(),
          other,
          faultsPlanted,
          faultsCaught,
          accuracy,
          faults);
    }
  }

  /**
   * What chips came to, each with its own sample of what differs from device to device.
   *
   * @param passed chips that are equivalent
   * @param failed chips that are not; the rest is inconclusive
   * @param top1Agreement null if no output is a class score
   * @param snrDb of the worst output; null if a chip differs in nothing
   * @param accuracy null without labels
   * @param each in order: chip 1 first
   */
  public record Spread(
      int passed,
      int failed,
      Distribution top1Agreement,
      Distribution snrDb,
      Distribution accuracy,
      List<Chip> each) {
    public Spread {
      each = List.copyOf(each);
    }
  }

  /** A figure over chips. */
  public record Distribution(double least, double median) {}

  /**
   * One chip; see {@link Verification} for the figures.
   *
   * @param verdict as of the whole
   * @param accuracy share of right answers; null without labels
   */
  public record Chip(
      String verdict, Double top1Agreement, Double top1LowerBound, Double snrDb, Double accuracy) {}

  /**
   * Right answers.
   *
   * @param model share of the original model
   * @param twin share of the object
   * @param samples with a label
   */
  public record Accuracy(double model, double twin, long samples) {}

  /**
   * One output or layer; see {@link Verification} for the figures. Those of a layer are of what it
   * makes of the inputs that it has in the object, compared with what the model would make of them.
   */
  public record OutputFacts(String name, Double snrDb, Double nrmse, Double maxAbs) {
    public static OutputFacts of(OutputMetrics m) {
      return new OutputFacts(
          m.name(),
          JsonText.finite(m.snrDb()),
          JsonText.finite(m.nrmse()),
          JsonText.finite(m.maxAbs()));
    }
  }

  /**
   * Something in the layout that is not the model's: a weight, all of a line, or what cannot be
   * read at all. What does not apply is null or empty.
   *
   * @param what in a sentence
   * @param layer block of the network
   * @param unit cell of the layout
   * @param driven ports that drive the weights: word lines
   * @param read ports that they are read from: bit lines
   * @param input of the layer
   * @param output of the layer
   * @param expected the weight in the model
   * @param found the weight in the layout
   * @param weights that are affected
   */
  public record Fault(
      String what,
      String layer,
      String unit,
      List<String> driven,
      List<String> read,
      Integer input,
      Integer output,
      Double expected,
      Double found,
      int weights) {
    /** A fault of the drawing. */
    public static Fault of(String what) {
      return new Fault(what, null, null, List.of(), List.of(), null, null, null, null, 0);
    }
  }
}
