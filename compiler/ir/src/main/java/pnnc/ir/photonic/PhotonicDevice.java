package pnnc.ir.photonic;

import java.util.List;
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
          List.of(
              Attenuator.FORM,
              Bend.FORM,
              Component.FORM,
              Crossing.FORM,
              DirectionalCoupler.FORM,
              FibreCoupler.FORM,
              Laser.FORM,
              Modulator.FORM,
              MultimodeCoupler.FORM,
              MziMesh.FORM,
              PhaseShifter.FORM,
              Photodetector.FORM,
              Taper.FORM,
              Termination.FORM,
              Waveguide.FORM));

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
