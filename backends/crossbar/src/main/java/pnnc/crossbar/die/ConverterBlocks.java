package pnnc.crossbar.die;

import pnnc.backend.Settings;
import pnnc.crossbar.cell.CrosspointCell;
import pnnc.crossbar.cell.Pen;
import pnnc.crossbar.tile.TileDrawing;

/**
 * Room for the converters of a tile, as black boxes: an outline of the area that the technology
 * gives them, with a pin where each line of the tile meets it. Nothing is drawn inside, as nothing
 * of them is designed here.
 *
 * <pre>
 *   ┌─────┬──────────┬──────┐
 *   │ DAC ╪═ tile   ═╪ gate │
 *   │     │          │      │
 *   └─────┼──╫───────┼──────┘
 *         │ ADC      │
 *         └──────────┘
 * </pre>
 *
 * Gates have drivers where cells have gates; the technology gives them no area, so that their box
 * has an assumed width.
 *
 * @param dacWidth dbu, as high as the tile
 * @param adcHeight dbu, as wide as the tile
 * @param gateWidth dbu, as high as the tile; 0 where cells have no gates
 * @param readouts that are converted
 */
record ConverterBlocks(long dacWidth, long adcHeight, long gateWidth, int readouts) {
  /** For the drivers of gates; assumed. */
  private static final long GATE_DRIVERS = 20_000;

  /** How far a line goes into a box; assumed. */
  private static final long STUB = 1000;

  /**
   * The boxes of one tile.
   *
   * @param settings of the target
   * @param rows word lines, one DAC each
   * @param readouts differences of bit lines, one amplifier each; several share an ADC
   */
  static ConverterBlocks of(
      Settings settings, double nanometresPerDbu, TileDrawing tile, int rows, int readouts) {
    double squareDbu = 1e6 / (nanometresPerDbu * nanometresPerDbu);
    String unit = "um^2";
    String adc = "technology.converter.";
    double dacs = rows * settings.number(adc + "dac8.area", unit);
    int shared = settings.whole("adc.shared_by", "");
    int converters = (readouts + shared - 1) / shared;
    double adcs =
        converters * settings.number(adc + "sar8.area", unit)
            + readouts * settings.number(adc + "tia.area", unit);
    return new ConverterBlocks(
        onGrid(dacs * squareDbu / tile.height()),
        onGrid(adcs * squareDbu / tile.width()),
        tile.cell().gate().isPresent() ? GATE_DRIVERS : 0,
        readouts);
  }

  /** A whole number of hundreds of dbu, which is on any grid in use. */
  private static long onGrid(double dbu) {
    return (long) Math.ceil(dbu / 100) * 100;
  }

  /** Draws them around a tile whose lower left is the origin, with a pin for each line. */
  void draw(Pen pen, TileDrawing tile, int rows, int columns) {
    box(pen, -dacWidth, 0, 0, tile.height(), "DAC x " + rows);
    box(pen, 0, -adcHeight, tile.width(), 0, "TIA and ADC for %d readouts".formatted(readouts));
    CrosspointCell.Line word = tile.cell().word();
    for (int i = 0; i < rows; i++) {
      stub(pen, word.mask(), "W" + i, new Place(-STUB / 2, tile.wordY(i)), word.width(), true);
    }
    CrosspointCell.Line bit = tile.cell().bit();
    for (int j = 0; j < columns; j++) {
      stub(pen, bit.mask(), "B" + j, new Place(tile.bitX(j), -STUB / 2), bit.width(), false);
    }
    if (gateWidth > 0) {
      drawGates(pen, tile, rows);
    }
  }

  private void drawGates(Pen pen, TileDrawing tile, int rows) {
    long right = tile.width();
    box(pen, right, 0, right + gateWidth, tile.height(), "gate drivers x " + rows);
    for (int i = 0; i < rows; i++) {
      Place at = new Place(right + STUB / 2, tile.gateY(i));
      stub(pen, "met1", "G" + i, at, tile.gateWidth(), true);
    }
  }

  private static void box(Pen pen, long left, long bottom, long right, long top, String says) {
    pen.box("boundary", left, bottom, right, top);
    pen.text("text", says, (left + right) / 2, (bottom + top) / 2);
  }

  /** The middle of a stub. */
  private record Place(long x, long y) {}

  /** A piece of a line inside a box, up to its border, and a pin. */
  private static void stub(
      Pen pen, String mask, String net, Place at, long width, boolean isAcross) {
    long dx = isAcross ? STUB / 2 : width / 2;
    long dy = isAcross ? width / 2 : STUB / 2;
    pen.box(mask, at.x - dx, at.y - dy, at.x - dx + 2 * dx, at.y - dy + 2 * dy);
    pen.port(mask, net, at.x, at.y, Math.min(dx, dy) / 2);
  }
}
