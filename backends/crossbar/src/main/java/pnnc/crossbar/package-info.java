/**
 * The crossbar backend: a matrix becomes tiles of cells where word lines cross bit lines, each pair
 * of neighbouring bit lines one output, unless the target asks for slices or a reference. The way
 * there and back:
 *
 * <pre>
 * block ──Tiling──► units ──TileLowering──► levels, ports ──TileDrawing──► cells ──CrossbarEmitter──► top.oas
 *                                                                                                       │
 *                   array of conductances and wire segments ◄──TileReader── nets, devices ◄──Extraction─┘
 * </pre>
 *
 * <p>Only names, ports, scales and ranges of converters go beside the file. What a cell conducts is
 * computed from its polygons; the numbers that {@code lower} chose by are not read again.
 */
package pnnc.crossbar;
