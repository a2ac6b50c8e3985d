/**
 * The meaning of {@code schema}, {@code device}, {@code technology}, {@code target}, {@code place}
 * and {@code check}: data, checked against schemas, with every value's type, unit, range, place and
 * source.
 *
 * <pre>{@code
 * Diagnostics faults = new Diagnostics();
 * Modules modules = Modules.load(main, library, text -> Parsing.parse(text, faults), faults);
 * HardwareProgram program = new HardwareProgram(modules, faults);
 * ResolvedTarget target = program.target("xbar65", Map.of("adc.width", "6bit")).orElseThrow();
 * target.fields().quantity("cell.area", SquareMicrometres.UNIT);
 * target.fields().number("adc.rate", "MS/s");
 * }</pre>
 *
 * <p>The road of a value: {@code Merger} lays descriptions over what they inherit, {@code
 * FieldReader} takes the result through the schema's {@code Shape}, {@code Scalars} calculates.
 */
package pnnc.frontend.hardware;
