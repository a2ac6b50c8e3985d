/**
 * The network IR: an immutable SSA graph whose operators are ONNX operators. What an operator means
 * is written in the ONNX standard and nowhere else; pnnc adds none of its own until the partition
 * cuts physical blocks out.
 *
 * <p>A {@link pnnc.ir.network.Network} holds a {@link pnnc.ir.network.Graph}, a graph {@link
 * pnnc.ir.network.Node}s and constants. Values are names. What is known of a value's type and where
 * it came from stands beside the nodes, by value. Weights stay where they are (a mapped file, one
 * repeated element) until somebody reads them.
 */
package pnnc.ir.network;
