package pnnc.passes.forbidden;

import pnnc.driver.Settings;

/** What a pass must not do: use the driver, look at the clock. */
public final class PassThatTellsTheTime {
  private PassThatTellsTheTime() {}

  /** Tells the time. */
  public static long time(Settings settings) {
    return settings.seed() + System.nanoTime();
  }
}
