/**
 * What is written into memories after a chip is made: one file for each tile, which says it cell by
 * cell, and a forecast of how the writing goes.
 *
 * <pre>
 * # conductances of the memories of `fc1.0`: 2 word lines, 2 bit lines
 * row,column,siemens
 * 0,0,1.0E-6
 * 0,1,3.999E-5
 * …
 * </pre>
 */
package pnnc.crossbar.program;
