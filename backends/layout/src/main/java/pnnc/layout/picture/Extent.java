package pnnc.layout.picture;

import java.util.SortedMap;
import pnnc.layout.model.Cell;
import pnnc.layout.model.Layer;

/**
 * What a cell and all in it take up.
 *
 * @param bounds dbu; {@link Area#NONE} if it is empty
 * @param areas dbu² of each layer; overlaps count twice
 * @param height levels of cells below
 */
record Extent(Cell cell, Area bounds, SortedMap<Layer, Double> areas, int height) {}
