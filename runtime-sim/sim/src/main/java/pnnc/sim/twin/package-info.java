/**
 * The twin: a partitioned network as one model that can be run. Its host graph runs in ONNX
 * Runtime, in as few pieces as the blocks between them allow; each block is computed by a {@link
 * pnnc.sim.twin.BlockOperator}, be it exact arithmetic or a physics solver.
 *
 * <pre>{@code
 * try (Twin twin = new Twin(partition.host(), operators, writer::encode, SessionSettings.DEFAULT)) {
 *   Map<String, Tensor> outputs = twin.run(Map.of("x", image));
 * }
 * }</pre>
 *
 * <p>If, Loop and Scan whose bodies call blocks are carried out here, around the pieces of their
 * bodies; those that call none stay inside ONNX Runtime.
 */
package pnnc.sim.twin;
