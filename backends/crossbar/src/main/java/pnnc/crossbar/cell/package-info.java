/**
 * Cells for the crossings of a crossbar, drawn from the rules of a process: {@link
 * pnnc.crossbar.cell.CrosspointCell} is what tiles need of one, {@link
 * pnnc.crossbar.cell.TappedResistor} the one for processes whose weights are in a mask. {@link
 * pnnc.crossbar.cell.DesignRules} answers "how wide, how far" by the names of masks.
 */
package pnnc.crossbar.cell;
