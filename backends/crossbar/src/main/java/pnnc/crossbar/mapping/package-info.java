/**
 * Weights to levels: {@link pnnc.crossbar.mapping.Tiling} cuts, {@link
 * pnnc.crossbar.mapping.WeightScale} scales, {@link pnnc.crossbar.mapping.LevelPairs} chooses two
 * cells for each weight, {@code Compensator} those that wires leave enough of, {@link
 * pnnc.crossbar.mapping.ConverterRange} fits the converters to what {@link
 * pnnc.crossbar.mapping.InputColumns} saw. {@link pnnc.crossbar.mapping.TileLowering} has the
 * formula.
 */
package pnnc.crossbar.mapping;
