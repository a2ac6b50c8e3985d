package pnnc.ir.netlist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pnnc.base.units.Micrometres;
import pnnc.ir.circuit.Fault;
import pnnc.ir.wave.Detector;
import pnnc.ir.wave.GaussianBeam;
import pnnc.ir.wave.HeightMap;
import pnnc.ir.wave.IndexVolume;
import pnnc.ir.wave.InputPlane;
import pnnc.ir.wave.ModeSource;
import pnnc.ir.wave.PhaseMask;
import pnnc.ir.wave.PlaneWave;
import pnnc.ir.wave.Region;
import pnnc.ir.wave.SampleCheck;
import pnnc.ir.wave.Space;
import pnnc.ir.wave.WaveElement;

/** What holds for wave netlists: everything lies in the space, and data are what they should be. */
final class WaveRules implements WaveElement.Visitor<Optional<String>> {
  /** Rounding of sums of pitches must not put an element outside. */
  private static final double SLACK = 1e-9;

  private final Space space;

  private WaveRules(Space space) {
    this.space = space;
  }

  static List<Fault> check(WaveNetlist netlist) {
    List<Fault> faults = new ArrayList<>();
    WaveRules rules = new WaveRules(netlist.space());
    Set<String> names = new HashSet<>();
    for (WaveElement element : netlist.elements()) {
      if (!names.add(element.name())) {
        faults.add(new Fault("", element.name(), "the element is defined twice"));
      }
      element.accept(rules).ifPresent(what -> faults.add(new Fault("", element.name(), what)));
    }
    completeness(netlist).ifPresent(what -> faults.add(new Fault("", "", what)));
    return List.copyOf(faults);
  }

  private static Optional<String> completeness(WaveNetlist netlist) {
    boolean lit = netlist.elements().stream().anyMatch(WaveRules::isSource);
    if (!lit) {
      return Optional.of("there is no light: no plane-wave, gaussian-beam or mode-source");
    }
    return netlist.elements(Detector.class).isEmpty()
        ? Optional.of("there is no detector")
        : Optional.empty();
  }

  private static boolean isSource(WaveElement element) {
    return element instanceof PlaneWave
        || element instanceof GaussianBeam
        || element instanceof ModeSource;
  }

  private static boolean exceeds(double value, Micrometres limit) {
    return Math.abs(value) > limit.value() * (1 + SLACK);
  }

  private Optional<String> depth(Micrometres z) {
    boolean inside = z.value() >= 0 && !exceeds(z.value(), space.depth());
    return inside
        ? Optional.empty()
        : Optional.of("z = %s is outside the space".formatted(z.describe()));
  }

  private Optional<String> inside(Region region) {
    double right = 2 * Math.abs(region.x().value()) + region.width().value();
    double top = 2 * Math.abs(region.y().value()) + region.height().value();
    return exceeds(right, space.width()) || exceeds(top, space.height())
        ? Optional.of("reaches beyond the sides of the space")
        : depth(region.z());
  }

  @Override
  public Optional<String> detector(Detector element) {
    return inside(element.region());
  }

  @Override
  public Optional<String> gaussianBeam(GaussianBeam element) {
    boolean beside =
        exceeds(2 * element.x().value(), space.width())
            || exceeds(2 * element.y().value(), space.height());
    return beside ? Optional.of("starts beside the space") : depth(element.z());
  }

  @Override
  public Optional<String> heightMap(HeightMap element) {
    return inside(element.plane().region())
        .or(() -> SampleCheck.check(element.heightMicrometres(), 0));
  }

  @Override
  public Optional<String> indexVolume(IndexVolume element) {
    boolean fits =
        (long) element.x0() + element.size().nx() <= space.size().nx()
            && (long) element.y0() + element.size().ny() <= space.size().ny()
            && (long) element.z0() + element.size().nz() <= space.size().nz();
    return fits
        ? SampleCheck.check(element.index(), Double.MIN_VALUE)
        : Optional.of("reaches beyond the voxels of the space");
  }

  @Override
  public Optional<String> inputPlane(InputPlane element) {
    return inside(element.plane().region());
  }

  @Override
  public Optional<String> modeSource(ModeSource element) {
    return inside(element.region());
  }

  @Override
  public Optional<String> phaseMask(PhaseMask element) {
    return inside(element.plane().region())
        .or(() -> SampleCheck.check(element.phaseRadians(), -Double.MAX_VALUE));
  }

  @Override
  public Optional<String> planeWave(PlaneWave element) {
    return depth(element.z());
  }
}
