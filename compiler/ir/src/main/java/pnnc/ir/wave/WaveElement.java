package pnnc.ir.wave;

import java.util.List;
import pnnc.ir.circuit.Device;
import pnnc.ir.circuit.Dialect;

/**
 * Something that light meets, starts from or ends in. Lengths count from {@link Space}'s origin.
 */
public sealed interface WaveElement extends Device
    permits Detector,
        GaussianBeam,
        HeightMap,
        IndexVolume,
        InputPlane,
        ModeSource,
        PhaseMask,
        PlaneWave {
  /** How text becomes elements. */
  Dialect<WaveElement> DIALECT =
      new Dialect<>(
          List.of(
              Detector.FORM,
              GaussianBeam.FORM,
              HeightMap.FORM,
              IndexVolume.FORM,
              InputPlane.FORM,
              ModeSource.FORM,
              PhaseMask.FORM,
              PlaneWave.FORM));

  <R> R accept(Visitor<R> visitor);

  /** One method for each kind of element. */
  interface Visitor<R> {
    R detector(Detector element);

    R gaussianBeam(GaussianBeam element);

    R heightMap(HeightMap element);

    R indexVolume(IndexVolume element);

    R inputPlane(InputPlane element);

    R modeSource(ModeSource element);

    R phaseMask(PhaseMask element);

    R planeWave(PlaneWave element);
  }
}
