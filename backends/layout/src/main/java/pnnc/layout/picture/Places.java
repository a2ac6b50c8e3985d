package pnnc.layout.picture;

import java.util.function.Consumer;
import pnnc.layout.geometry.Repetition;

/** Goes through the places of a repetition that can be seen. */
final class Places {
  private Places() {}

  /**
   * Gives {@code draw} the transform of each place that touches {@code window}.
   *
   * @param at of the cell that the repetition is in
   * @param bounds of one place, in that cell
   */
  static void visible(
      Repetition repetition, Affine at, Area bounds, Area window, Consumer<Affine> draw) {
    Area first = at.bounds(bounds);
    if (repetition instanceof Repetition.Regular r) {
      double cx = r.column().x();
      double cy = r.column().y();
      double rx = r.row().x();
      double ry = r.row().y();
      Lattice.of(r, at, first)
          .visible(window, (i, j) -> draw.accept(at.moved(i * cx + j * rx, i * cy + j * ry)));
    } else if (repetition instanceof Repetition.Irregular r) {
      for (int i = 0; i < r.count(); i++) {
        Affine there = at.moved(r.dx(i), r.dy(i));
        if (there.bounds(bounds).touches(window)) {
          draw.accept(there);
        }
      }
    } else if (first.touches(window)) {
      draw.accept(at);
    }
  }
}
