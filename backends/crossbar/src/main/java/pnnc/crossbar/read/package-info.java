/**
 * Reads a tile back from nets and devices that were extracted from a layout: which lines a cell
 * lies between by what it touches, what it conducts by its polygons, the wires between by their
 * squares. What cannot be part of an array is a {@link pnnc.crossbar.read.TileFault} with its
 * place.
 */
package pnnc.crossbar.read;
