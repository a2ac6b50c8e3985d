/**
 * Tiles: cells side by side, dummies around them, a ring of taps around those, ports where lines
 * come in and go out.
 */
package pnnc.crossbar.tile;
