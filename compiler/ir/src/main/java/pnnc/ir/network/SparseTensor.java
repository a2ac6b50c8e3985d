package pnnc.ir.network;

import pnnc.base.shape.Shape;

/**
 * A constant array given by its elements that are not zero.
 *
 * @param values {@code [n]}
 * @param indices 64-bit integers, {@code [n]} (flat positions) or {@code [n, rank]}
 * @param shape of the dense array
 */
public record SparseTensor(Tensor values, Tensor indices, Shape shape) {}
