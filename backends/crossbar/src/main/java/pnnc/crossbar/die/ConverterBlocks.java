package pnnc.crossbar.die;

import java.util.ArrayList;
import java.util.List;
import pnnc.backend.Settings;
import pnnc.crossbar.cell.CrosspointCell;
import pnnc.crossbar.cell.Pen;
import pnnc.crossbar.tile.TileDrawing;

/**
 * Room for the converters of a tile, as black boxes: a named outline, on a mask of its own, of the
 * area that the technology gives them or that their ports take, whichever is more, with a pin where
 * each line of the tile meets it and one for each wire of its bus. Nothing is drawn inside, as
 * nothing of them is designed here.
 *
 * <pre>
 *   ┌─────┬──────────┬──────┐
 *   │ DAC ╪═ tile   ═╪ gate │
 *   │     │          │      │
 *   └╫╫╫──┼──╫───────┼───╫╫─┘
 *    ║║║  │ ADC      │   ║║
 *    ║║║  └╫╫╫───────┘   ║║
 *    buses, down to the channel
 * </pre>
 *
 * Gates have drivers where cells have gates; the technology gives them no area, so that their box
 * has an assumed width. All lengths in dbu, from the lower left of the tile.
 *
 * @param dacWidth as high as the tile
 * @param adcWidth at least that of the tile
 * @param adcHeight below the tile
 * @param gateWidth as high as the tile; 0 where cells have no gates
 * @param readouts that are converted
 * @param buses one for each box, the DACs' first
 */
record ConverterBlocks(
    long dacWidth,
    long adcWidth,
    long adcHeight,
    long gateWidth,
    int readouts,
    List<Attached> buses) {
  /** For the drivers of gates; assumed. */
  private static final long GATE_DRIVERS = 20_000;

  /** How far a line goes into a box; assumed. */
  static final long STUB = 1000;

  ConverterBlocks {
    buses = List.copyOf(buses);
  }

  /**
   * A bus at the foot of its box.
   *
   * @param left where its span begins
   * @param bottom of the box
   */
  record Attached(BlockBus bus, long left, long bottom) {}

  /**
   * The boxes of one tile.
   *
   * @param settings of the target
   * @param rows word lines, one DAC each
   * @param readouts differences of bit lines, one amplifier each; several share an ADC
   */
  static ConverterBlocks of(
      Settings settings,
      double nanometresPerDbu,
      BusWires wires,
      TileDrawing tile,
      int rows,
      int readouts) {
    Areas areas = new Areas(settings, 1e6 / (nanometresPerDbu * nanometresPerDbu));
    int shared = settings.whole("adc.shared_by", "");
    BlockBus dac = BlockBus.dac(rows, settings.whole("dac.slice", "bit"), shared);
    BlockBus adc = BlockBus.adc(readouts, settings.whole("adc.width", "bit"), shared);
    BlockBus gates = BlockBus.gates(rows);
    long dacWidth = Math.max(onGrid(areas.dacs(rows) / tile.height()), onGrid(wires.span(dac)));
    long adcWidth = onGrid(Math.max(tile.width(), wires.span(adc)));
    long adcHeight = onGrid(areas.adcs(readouts, shared) / adcWidth);
    long beyond = adcWidth - tile.width();
    boolean hasGates = tile.cell().gate().isPresent();
    long gateWidth = hasGates ? onGrid(beyond + Math.max(GATE_DRIVERS, wires.span(gates))) : 0;
    List<Attached> buses = new ArrayList<>();
    buses.add(new Attached(dac, -dacWidth, 0));
    buses.add(new Attached(adc, 0, -adcHeight));
    if (hasGates) {
      buses.add(new Attached(gates, tile.width() + gateWidth - onGrid(wires.span(gates)), 0));
    }
    return new ConverterBlocks(dacWidth, adcWidth, adcHeight, gateWidth, readouts, buses);
  }

  /** What the technology gives converters, in square dbu. */
  private record Areas(Settings settings, double squareDbu) {
    double dacs(int rows) {
      return rows * each("dac8");
    }

    double adcs(int readouts, int shared) {
      int converters = (readouts + shared - 1) / shared;
      return converters * each("sar8") + readouts * each("tia");
    }

    private double each(String converter) {
      return settings.number("technology.converter." + converter + ".area", "um^2") * squareDbu;
    }
  }

  /** A whole number of hundreds of dbu, which is on any grid in use. */
  private static long onGrid(double dbu) {
    return (long) Math.ceil(dbu / 100) * 100;
  }

  private static long onGrid(long dbu) {
    return (dbu + 99) / 100 * 100;
  }

  /** Right side of all, from the left of the tile. */
  long right(TileDrawing tile) {
    return Math.max(adcWidth, tile.width() + gateWidth);
  }

  /** Draws them around a tile whose lower left is the origin, with a pin for each line. */
  void draw(Pen pen, BusWires wires, TileDrawing tile, int rows, int columns) {
    box(pen, -dacWidth, 0, 0, tile.height(), "black box: DAC x " + rows);
    String adcs = "black box: TIA and ADC for %d readouts".formatted(readouts);
    box(pen, 0, -adcHeight, adcWidth, 0, adcs);
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
    buses.forEach(b -> drawPorts(wires, b));
  }

  private void drawGates(Pen pen, TileDrawing tile, int rows) {
    long right = tile.width();
    box(pen, right, 0, right + gateWidth, tile.height(), "black box: gate drivers x " + rows);
    for (int i = 0; i < rows; i++) {
      Place at = new Place(right + STUB / 2, tile.gateY(i));
      stub(pen, "met1", "G" + i, at, tile.gateWidth(), true);
    }
  }

  private static void drawPorts(BusWires wires, Attached at) {
    BlockBus bus = at.bus;
    for (int k = 0; k < BlockBus.SUPPLIES.size(); k++) {
      long x = at.left + wires.strapAt(k);
      wires.strap(x, at.bottom, at.bottom + STUB);
      wires.boxPort(bus.port(BlockBus.SUPPLIES.get(k)), x, at.bottom, wires.width());
    }
    wires.drops(at.left + wires.signalAt(0), at.bottom, at.bottom + STUB, bus.signals());
    for (int k = 0; k < bus.signals(); k++) {
      long x = at.left + wires.signalAt(k);
      wires.boxPort(bus.port(bus.signal(k)), x, at.bottom, wires.width());
    }
  }

  private static void box(Pen pen, long left, long bottom, long right, long top, String says) {
    pen.box("reserved", left, bottom, right, top);
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
