package pnnc.crossbar.die;

import pnnc.backend.Settings;
import pnnc.crossbar.cell.Pen;
import pnnc.crossbar.tile.TileDrawing;

/**
 * Room for the converters of a tile, as black boxes: an outline of the area that the technology
 * gives them, with a pin where each line of the tile meets it. Nothing is drawn inside, as nothing
 * of them is designed here.
 *
 * <pre>
 *   ┌─────┬──────────┐
 *   │ DAC │  tile    │
 *   │     │          │
 *   └─────┼──────────┤
 *         │ ADC      │
 *         └──────────┘
 * </pre>
 *
 * @param dacWidth dbu, as high as the tile
 * @param adcHeight dbu, as wide as the tile
 */
record ConverterBlocks(long dacWidth, long adcHeight) {
  /**
   * The boxes of one tile.
   *
   * @param settings of the target
   * @param rows word lines, one DAC each
   * @param pairs of bit lines, one amplifier each; several share an ADC
   */
  static ConverterBlocks of(
      Settings settings, double nanometresPerDbu, TileDrawing tile, int rows, int pairs) {
    double squareDbu = 1e6 / (nanometresPerDbu * nanometresPerDbu);
    String unit = "um^2";
    String adc = "technology.converter.";
    double dacs = rows * settings.number(adc + "dac8.area", unit);
    int shared = settings.whole("adc.shared_by", "");
    int converters = (pairs + shared - 1) / shared;
    double adcs =
        converters * settings.number(adc + "sar8.area", unit)
            + pairs * settings.number(adc + "tia.area", unit);
    return new ConverterBlocks(
        onGrid(dacs * squareDbu / tile.height()), onGrid(adcs * squareDbu / tile.width()));
  }

  /** A whole number of hundreds of dbu, which is on any grid in use. */
  private static long onGrid(double dbu) {
    return (long) Math.ceil(dbu / 100) * 100;
  }

  /** Draws both around a tile whose lower left is the origin. */
  void draw(Pen pen, TileDrawing tile, int rows, int columns) {
    pen.box("boundary", -dacWidth, 0, 0, tile.height());
    pen.text("text", "DAC x " + rows, -dacWidth / 2, tile.height() / 2);
    pen.box("boundary", 0, -adcHeight, tile.width(), 0);
    pen.text(
        "text",
        "TIA and ADC for %d pairs".formatted(columns / 2),
        tile.width() / 2,
        -adcHeight / 2);
  }
}
