package pnnc.ir.forbidden;

import java.util.ArrayList;
import pnnc.driver.Settings;

/** What the IR must not do: use the driver, keep something in a static. */
public final class IrThatRemembers {
  static final ArrayList<Settings> SEEN = new ArrayList<>();

  private IrThatRemembers() {}

  /** Remembers. */
  public static void remember(Settings settings) {
    SEEN.add(settings);
  }
}
