/**
 * Weights to levels: {@link pnnc.crossbar.mapping.Tiling} cuts, {@link
 * pnnc.crossbar.mapping.WeightScale} scales, {@link pnnc.crossbar.mapping.LevelPairs} chooses two
 * cells for each weight, or one against a reference, {@code SlicedPairs} several of these for a
 * finer weight, {@code BitLines} where they lie, {@code Compensator} those that wires leave enough
 * of, {@link pnnc.crossbar.mapping.ConverterRange} fits the converters to what {@link
 * pnnc.crossbar.mapping.InputColumns} saw. {@link pnnc.crossbar.mapping.TileLowering} has the
 * formula. With two slices against a reference, output 0 is
 *
 * <pre>{@code
 * y[0] += f · adc0(i(B0) − i(B2)) + f · ρ · adc1(i(B1) − i(B2))      B2 the reference
 * }</pre>
 */
package pnnc.crossbar.mapping;
