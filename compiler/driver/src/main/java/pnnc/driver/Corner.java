package pnnc.driver;

import java.util.Locale;
import java.util.OptionalDouble;
import pnnc.frontend.hardware.ProcessCorner;

/** Circumstances in which a layout is read: how the process came out, and how warm it is. */
public enum Corner {
  /** As the technology says first. */
  NOMINAL(ProcessCorner.NOMINAL, OptionalDouble.empty()),
  /** Of all resistances the greatest. */
  SLOW(ProcessCorner.SLOW, OptionalDouble.empty()),
  /** Of all resistances the least. */
  FAST(ProcessCorner.FAST, OptionalDouble.empty()),
  /** Nominal at 358 K, the upper end of what industry asks of parts. */
  HOT(ProcessCorner.NOMINAL, OptionalDouble.of(358)),
  /** Nominal at 233 K, the lower end. */
  COLD(ProcessCorner.NOMINAL, OptionalDouble.of(233));

  private final ProcessCorner process;
  private final OptionalDouble kelvin;

  Corner(ProcessCorner process, OptionalDouble kelvin) {
    this.process = process;
    this.kelvin = kelvin;
  }

  /** Which resistances of the technology hold. */
  public ProcessCorner process() {
    return process;
  }

  /** How warm it is; empty: as the technology says. */
  public OptionalDouble kelvin() {
    return kelvin;
  }

  /** What the command line calls it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
