/**
 * What a backend is, for the four kinds of hardware that pnnc knows and for those it does not know
 * yet. A backend stands on both sides of the file boundary:
 *
 * <pre>{@code
 * Block ──plan──► Unit… ──lower──► Netlist + ports ──Emitter──► files
 *                                    Netlist ◄──Extractor── files
 * }</pre>
 *
 * <p>and nothing but the files crosses it. Mapped hardware (crossbar, mesh) takes a {@link
 * pnnc.ir.block.LinearBlock} apart and draws it; trained hardware (glass, dendrites) takes a {@link
 * pnnc.ir.block.FunctionBlock} with samples and trains its geometry until that imitates the
 * function. Both end in a netlist of their physics. To add a backend, implement {@link
 * pnnc.backend.Backend} and name the class in {@code META-INF/services/pnnc.backend.Backend}.
 */
package pnnc.backend;
