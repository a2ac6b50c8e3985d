package pnnc.crossbar.testing;

import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.process.ProcessRules;
import pnnc.crossbar.cell.CrosspointCell;
import pnnc.crossbar.cell.DesignRules;
import pnnc.crossbar.cell.OneTransistorCell;
import pnnc.crossbar.cell.TappedResistor;
import pnnc.driver.hardware.HardwareReader;

/** Technologies of the library, and what is drawn with them. */
public final class Processes {
  private static final ProcessRules ROM130 =
      new HardwareReader(new Diagnostics()).process("std.tech.rom130");

  private static final ProcessRules RERAM130 =
      new HardwareReader(new Diagnostics()).process("std.tech.reram130");

  private Processes() {}

  public static ProcessRules reram130() {
    return RERAM130;
  }

  /** The cell of the target {@code reram}. */
  public static CrosspointCell memory() {
    return new OneTransistorCell(
        new DesignRules(RERAM130),
        new OneTransistorCell.Shape(500, 420, 320, 1000, 2000, 2600),
        new OneTransistorCell.Electrical(1e-6, 40e-6, 64, 2000));
  }

  public static ProcessRules rom130() {
    return ROM130;
  }

  /** The cell of {@code std.device.via_rom}. */
  public static CrosspointCell viaRom() {
    return new TappedResistor(
        new DesignRules(ROM130),
        TappedResistor.Masks.SKY130,
        new TappedResistor.Shape(18, 4, 2400, 350, 480, 1000));
  }
}
