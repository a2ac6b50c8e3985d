package pnnc.crossbar.die;

import java.util.List;
import pnnc.crossbar.tile.TileDrawing;

/**
 * A tile with its converters. All lengths in dbu.
 *
 * @param name of the tile's cell
 * @param width of all
 * @param height of all
 * @param originX of the tile inside
 * @param originY of the tile inside
 * @param tileWidth of the tile alone
 * @param tileHeight of the tile alone
 * @param buses of the converters, from the origin of the tile
 */
record Macro(
    String name,
    long width,
    long height,
    long originX,
    long originY,
    long tileWidth,
    long tileHeight,
    List<ConverterBlocks.Attached> buses) {
  Macro {
    buses = List.copyOf(buses);
  }

  /** A tile with its boxes around it. */
  static Macro of(String name, TileDrawing tile, ConverterBlocks blocks) {
    return new Macro(
        name,
        blocks.dacWidth() + blocks.right(tile),
        blocks.adcHeight() + tile.height(),
        blocks.dacWidth(),
        blocks.adcHeight(),
        tile.width(),
        tile.height(),
        blocks.buses());
  }

  /** The cell that its converters are drawn in. */
  String converters() {
    return name + ".converters";
  }
}
