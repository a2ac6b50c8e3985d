package pnnc.layout.volume;

import pnnc.base.units.Micrometres;

/**
 * One axis of a volume.
 *
 * @param samples at least 1
 * @param origin where the first value is; the middle of its voxel
 * @param spacing from value to value, above zero
 */
public record VolumeAxis(int samples, Micrometres origin, Micrometres spacing) {
  public VolumeAxis {
    if (samples < 1) {
      throw new IllegalArgumentException("%d samples along an axis".formatted(samples));
    }
    spacing.requirePositive("spacing");
  }
}
