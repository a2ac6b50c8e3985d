package pnnc.ir.photonic;

import java.util.Map;
import pnnc.ir.circuit.Device;
import pnnc.ir.circuit.Dialect;

/** A component of a photonic chip, joined to others by optical nets of two ends. */
public sealed interface PhotonicDevice extends Device
    permits Attenuator,
        Bend,
        Component,
        Crossing,
        DirectionalCoupler,
        FibreCoupler,
        Laser,
        Modulator,
        MultimodeCoupler,
        MziMesh,
        PhaseShifter,
        Photodetector,
        Taper,
        Termination,
        Waveguide {
  /** How text becomes devices. */
  Dialect<PhotonicDevice> DIALECT =
      new Dialect<>(
          Map.ofEntries(
              Map.entry(Attenuator.KEYWORD, Attenuator::read),
              Map.entry(Bend.KEYWORD, Bend::read),
              Map.entry(Component.KEYWORD, Component::read),
              Map.entry(Crossing.KEYWORD, Crossing::read),
              Map.entry(DirectionalCoupler.KEYWORD, DirectionalCoupler::read),
              Map.entry(FibreCoupler.KEYWORD, FibreCoupler::read),
              Map.entry(Laser.KEYWORD, Laser::read),
              Map.entry(Modulator.KEYWORD, Modulator::read),
              Map.entry(MultimodeCoupler.KEYWORD, MultimodeCoupler::read),
              Map.entry(MziMesh.KEYWORD, MziMesh::read),
              Map.entry(PhaseShifter.KEYWORD, PhaseShifter::read),
              Map.entry(Photodetector.KEYWORD, Photodetector::read),
              Map.entry(Taper.KEYWORD, Taper::read),
              Map.entry(Termination.KEYWORD, Termination::read),
              Map.entry(Waveguide.KEYWORD, Waveguide::read)));

  <R> R accept(Visitor<R> visitor);

  /** One method for each kind of component. */
  interface Visitor<R> {
    R attenuator(Attenuator device);

    R bend(Bend device);

    R component(Component device);

    R crossing(Crossing device);

    R directionalCoupler(DirectionalCoupler device);

    R fibreCoupler(FibreCoupler device);

    R laser(Laser device);

    R modulator(Modulator device);

    R multimodeCoupler(MultimodeCoupler device);

    R mziMesh(MziMesh device);

    R phaseShifter(PhaseShifter device);

    R photodetector(Photodetector device);

    R taper(Taper device);

    R termination(Termination device);

    R waveguide(Waveguide device);
  }
}
