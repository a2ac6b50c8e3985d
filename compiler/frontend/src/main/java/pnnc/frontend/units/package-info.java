/**
 * Exact physical quantities, as the language calculates with them: a rational number of base units
 * times powers of base dimensions.
 *
 * <pre>{@code
 * Measure width = Measure.of("2.5", "um");
 * width.times(width);                        // 6.25 um^2
 * width.plus(Measure.of("3", "dB"));         // PNN2404: … cannot be added
 * Measured.of(width, Measure.of("4", "%"));  // 2.5 um +- 100 nm
 * }</pre>
 *
 * <p>Angles, data, samples, decibels and squares are dimensions of their own, beside the seven of
 * the SI: so {@code ohm} does not pass for {@code ohm/sq}, nor {@code Hz} for {@code MS/s}. A
 * percentage is a plain number. Faults are {@code DiagnosedException}s without a place: who asked
 * knows where it stood.
 */
package pnnc.frontend.units;
