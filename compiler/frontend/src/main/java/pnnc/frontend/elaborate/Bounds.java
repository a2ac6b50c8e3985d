package pnnc.frontend.elaborate;

/**
 * How far programs are carried out, so that each ends soon.
 *
 * @param operators of one network
 * @param steps calls and turns of {@code repeat}
 */
record Bounds(int operators, int steps) {
  static final Bounds DEFAULT = new Bounds(1_000_000, 1_000_000);
}
