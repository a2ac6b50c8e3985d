/**
 * Tensors as plain data: made from numbers with one rounding, cut into slices and stacked again.
 * Nothing here needs ONNX Runtime.
 */
package pnnc.sim.tensor;
