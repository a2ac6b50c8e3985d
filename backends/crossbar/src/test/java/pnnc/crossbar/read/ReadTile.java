package pnnc.crossbar.read;

import java.util.List;
import pnnc.crossbar.cell.CrosspointCell;
import pnnc.crossbar.testing.DrawnTile;
import pnnc.crossbar.testing.Processes;
import pnnc.ir.circuit.Reals;
import pnnc.ir.electrical.CrosspointArray;
import pnnc.ir.netlist.ElectricalNetlist;
import pnnc.layout.extract.Extraction;
import pnnc.layout.model.Layout;

/**
 * A tile that was drawn for a test, and what is wrong with it.
 *
 * @param netlist as it was read
 * @param faults that were found
 */
public record ReadTile(ElectricalNetlist netlist, List<TileFault> faults) {
  /** The tile called {@link DrawnTile#NAME}, of {@code rom130}. */
  public static ReadTile of(Layout layout) {
    CrosspointCell cell = Processes.viaRom();
    Extraction extraction = Extraction.of(layout, Processes.rom130(), DrawnTile.NAME);
    TileReader reader = new TileReader(Processes.rom130(), cell, extraction, extraction.top());
    ElectricalNetlist netlist = reader.read(TileReader.NOT_WRITTEN);
    return new ReadTile(netlist, reader.faults());
  }

  public CrosspointArray array() {
    return array(netlist);
  }

  /** The array that is all of {@code netlist}. */
  public static CrosspointArray array(ElectricalNetlist netlist) {
    return (CrosspointArray) netlist.circuit().cells().get(0).devices().get(0);
  }

  double siemens(int row, int column) {
    Reals all = array().devices().conductanceSiemens().orElseThrow();
    return all.get(array().index(row, column));
  }
}
