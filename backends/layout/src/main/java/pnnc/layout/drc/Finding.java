package pnnc.layout.drc;

import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Transform;
import pnnc.layout.region.Placed;

/**
 * A fault as a check finds it.
 *
 * @param support around everything that makes it one; what lies further off than the check's reach
 *     has no say
 */
record Finding(Marker marker, Box support) {
  static Finding of(Marker marker) {
    return new Finding(marker, marker.box());
  }

  /** Where an orthogonal {@code transform} puts it. */
  Finding placed(Transform transform, boolean isOfOneLayer) {
    return new Finding(marker.placed(transform, isOfOneLayer), Placed.box(support, transform));
  }
}
