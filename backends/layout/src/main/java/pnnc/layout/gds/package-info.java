/**
 * GDSII stream files: {@link pnnc.layout.gds.GdsWriter} is a sink, {@link
 * pnnc.layout.gds.GdsReader} fills one; neither holds the file or the layout in memory.
 *
 * <p>A file is a row of records: two bytes of length with this head, one of kind, one of data type,
 * then big-endian data.
 *
 * <pre>{@code
 * HEADER BGNLIB LIBNAME UNITS
 *   BGNSTR STRNAME                         a cell
 *     BOUNDARY LAYER DATATYPE XY ENDEL       a polygon: 64 bytes if it is a box
 *     SREF SNAME STRANS ANGLE XY ENDEL       a reference, turned
 *   ENDSTR
 * ENDLIB
 * }</pre>
 */
package pnnc.layout.gds;
